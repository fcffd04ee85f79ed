import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Storage, TooLarge } from './storage.ts';

const shape = /^[0-9a-f]{40}$/;

/** Keeps objects as files below a folder: written aside, synced, then renamed, so that half an object is never seen (F16). */
export function diskStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!shape.test(key)) throw new Error('not a storage key');
    return join(folder, key.slice(0, 2), key.slice(2, 4), key);
  };
  return {
    async put(bytes: Readable, maxBytes: number) {
      const key = randomBytes(20).toString('hex');
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const aside = `${path}.part`;
      const file = await open(aside, 'wx', 0o600);
      const hash = createHash('sha256');
      let size = 0;
      try {
        for await (const chunk of bytes as AsyncIterable<Buffer>) {
          size += chunk.length;
          if (size > maxBytes) throw new TooLarge();
          hash.update(chunk);
          await file.writeFile(chunk);
        }
        await file.sync();
      } catch (error) {
        await file.close();
        await rm(aside, { force: true });
        throw error;
      }
      await file.close();
      await rename(aside, path);
      return { key, size, sha256: hash.digest() };
    },
    async get(key) {
      const path = pathOf(key);
      await stat(path);
      return createReadStream(path);
    },
    remove: key => rm(pathOf(key), { force: true }),
  };
}
