import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstClosedFolder, isRoot, nobody } from './account.ts';
import { defaultDataDir } from './data-folder.ts';
import { choosePort } from './port.ts';
import { parsePostmasterFile } from './postmaster-file.ts';
import { judgeSettings } from './safe-settings.ts';
import { settingsText } from './settings.ts';
import { inTurn } from './turn.ts';

const SAFE = { fsync: 'on', commit: 'on', version: '16.4', number: 160_004, encoding: 'UTF8' };

describe('S36 unsafe settings of a database', () => {
  it.each([
    [{}, []],
    [{ commit: 'remote_apply' }, []],
    [{ fsync: 'off' }, ['fsync']],
    [{ commit: 'off' }, ['synchronous_commit']],
    [{ version: '15.0', number: 150_000 }, []],
    [{ version: '14.22', number: 140_022 }, ['server_version']],
    [{ version: '19beta1', number: 190_000 }, ['server_version']],
    [{ encoding: 'LATIN1' }, ['server_encoding']],
    [{ fsync: 'off', commit: 'off' }, ['fsync', 'synchronous_commit']],
  ])('S36 %o: %o', (changed, expected) => {
    expect(judgeSettings({ ...SAFE, ...changed }).map(found => found.setting)).toEqual(expected);
  });
});

describe('postmaster.pid', () => {
  it('is read by its lines, while it grows and when whole', () => {
    const whole = '812\n/srv/cluster\n1700000000\n25001\n\n127.0.0.1\n  1234  5\nready   \n';
    expect(parsePostmasterFile(whole)).toEqual({ pid: 812, port: 25001, status: 'ready' });
    expect(parsePostmasterFile('812\n/srv/cluster\n')).toEqual({ pid: 812, port: 0, status: '' });
  });

  it.each(['', 'x', '0', '1', '-5', '1.5'])('is refused as %o', text => {
    expect(parsePostmasterFile(text)).toBeUndefined();
  });
});

describe('the port', () => {
  it('is remembered, replaced when taken, and refused when asked for and taken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-port-'));
    const first = await choosePort(folder);
    expect(await choosePort(folder)).toBe(first);
    const squatter = createServer();
    await new Promise<void>(ready => squatter.listen(first, '127.0.0.1', ready));
    const second = await choosePort(folder);
    expect(second).not.toBe(first);
    expect(await choosePort(folder)).toBe(second);
    await expect(choosePort(folder, first)).rejects.toThrow(`port ${first} is taken`);
    await writeFile(join(folder, 'port'), 'nonsense');
    expect(await choosePort(folder)).toBeGreaterThanOrEqual(20_000);
    await new Promise(closed => squatter.close(closed));
    await rm(folder, { recursive: true });
  });
});

describe('the settings', () => {
  it('S36 are durable, on loopback, and let local ones win', () => {
    const text = settingsText(25001, "work_mem = '16MB'\n", 4 * 1024 ** 3);
    expect(text).toContain("fsync = 'on'");
    expect(text).toContain("synchronous_commit = 'on'");
    expect(text).toContain("listen_addresses = '127.0.0.1'");
    expect(text).toContain("effective_cache_size = '2048MB'");
    expect(text.trim().split('\n').at(-1)).toBe("work_mem = '16MB'");
  });
});

describe('the turn', () => {
  it('is given to one at a time, and given back after an error', async () => {
    const steps: string[] = [];
    const slow = inTurn('/turn', async () => {
      steps.push('first in');
      await new Promise(soon => setTimeout(soon, 50));
      steps.push('first out');
      throw new Error('failed work');
    });
    const next = inTurn('/turn', async () => steps.push('second in'));
    await expect(slow).rejects.toThrow('failed work');
    await next;
    expect(steps).toEqual(['first in', 'first out', 'second in']);
  });
});

describe('the default data folder', () => {
  it('is the project’s own where the database’s account can get there, else one made for it', async () => {
    const project = await mkdtemp(join(tmpdir(), 'guichet-project-'));
    const name = createHash('sha256').update(project).digest('hex').slice(0, 12);
    expect(defaultDataDir(project)).toBe(isRoot() ? `/var/lib/guichet/${name}` : join(project, 'data'));
    expect(defaultDataDir('/')).toBe('/data');
    await rm(project, { recursive: true });
  });

  it('knows the first closed folder on the way to a place that does not exist yet', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'guichet-closed-'));
    expect(firstClosedFolder(join(closed, 'a/b'), { ...nobody(), uid: 65533, gid: 65533 })).toBe(closed);
    expect(firstClosedFolder('/tmp/never/made', nobody())).toBeUndefined();
    await rm(closed, { recursive: true });
  });
});
