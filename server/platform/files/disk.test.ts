import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { diskStorage, TooLarge } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const storage = diskStorage(folder);
const filesIn = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());

describe('files on disk', () => {
  it('LIV-03 come back as they went in, with size and hash', async () => {
    const stored = await storage.put(Readable.from([Buffer.from('ab'), Buffer.from('c')]), 10);
    expect(stored.size).toBe(3);
    expect(stored.sha256.toString('hex')).toMatch(/^ba7816bf/);
    expect((await buffer(await storage.get(stored.key))).toString()).toBe('abc');
    await storage.remove(stored.key);
    await expect(storage.get(stored.key)).rejects.toThrow();
  });

  it('F16 LUM-21 nothing is left of one that is too large or breaks off', async () => {
    const before = filesIn().length;
    await expect(storage.put(Readable.from([Buffer.alloc(20)]), 10)).rejects.toThrow(TooLarge);
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(3);
        throw new Error('connection lost');
      })(),
    );
    await expect(storage.put(broken, 10)).rejects.toThrow('connection lost');
    expect(filesIn()).toHaveLength(before);
  });

  it('S14 a key that is a path is refused', async () => {
    await expect(storage.get('../../secret.key')).rejects.toThrow('not a storage key');
  });
});
