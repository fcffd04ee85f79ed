import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { firstClosedFolder, isRoot, nobody } from './account.ts';
import { openDatabaseFolder } from './data-folder.ts';
import { checkSafeSettings, type Postgres, startPostgres } from './index.ts';
import { currentPostmaster } from './postmaster.ts';
import { postmasterFilePath } from './postmaster-file.ts';
import { findProcess } from './process-state.ts';

const log = { info: () => undefined, warn: () => undefined };
const project = new URL('../../..', import.meta.url).pathname;

// Another process that starts the database, says so on one line, and stops it when its input ends.
const OTHER_PROCESS = `
  const { startPostgres } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
  const log = { info() {}, warn() {} };
  const database = await startPostgres({ dataDir: process.env.FOLDER, log });
  console.log(JSON.stringify({ port: database.port, adopted: database.adopted }));
  process.stdin.on('end', () => database.stop()).resume();
`;

interface Other {
  process: ChildProcess;
  port: number;
  adopted: boolean;
}

function spawnOther(folder: string, ids: { uid?: number; gid?: number } = {}) {
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', OTHER_PROCESS], {
    cwd: project,
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, FOLDER: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
    ...ids,
  });
}

async function startInOther(folder: string, ids: { uid?: number; gid?: number } = {}): Promise<Other> {
  const child = spawnOther(folder, ids);
  const [line] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the other process ended with ${code}`))),
  ])) as [Buffer];
  return { process: child, ...(JSON.parse(line.toString()) as { port: number; adopted: boolean }) };
}

async function endGently({ process: child }: Other): Promise<void> {
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
}

async function ask<T>(database: Postgres, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, T>>(statement)).rows.map(row => Object.values(row)[0] as T);
  } finally {
    await client.end();
  }
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-postgres-'));
  await chmod(folder, 0o711);
  return folder;
}

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let cluster: string;
  let open: Postgres[] = [];

  async function start(): Promise<Postgres> {
    const database = await startPostgres({ dataDir: folder, log });
    open.push(database);
    return database;
  }

  beforeAll(async () => {
    folder = await newFolder();
    cluster = (await openDatabaseFolder(folder)).cluster;
  });

  afterEach(async () => {
    for (const database of open) await database.stop();
    open = [];
    expect(await currentPostmaster(cluster)).toBeUndefined();
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('sets itself up: UTF-8, checksums, passwords, loopback only', async () => {
    const database = await start();
    expect(database.adopted).toBe(false);
    expect(database.version).toMatch(/^18\./);
    const settings = `select string_agg(setting, ' ' order by name) from pg_settings where name in
      ('data_checksums', 'server_encoding', 'listen_addresses', 'unix_socket_directories', 'fsync', 'wal_level')`;
    expect(await ask(database, settings)).toEqual(['on on 127.0.0.1 UTF8  replica']);
    const withoutPassword = new pg.Client({
      connectionString: database.url.replace(/:[0-9a-f]+@/, ':wrong@'),
    });
    await expect(withoutPassword.connect()).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(folder, 'postgres/password'))).mode & 0o777).toBe(0o600);
  });

  it('runs as an account that is not root', async () => {
    await start();
    const postmaster = await currentPostmaster(cluster);
    const { uid } = await stat(`/proc/${postmaster?.pid}`);
    expect(uid).toBe(isRoot() ? nobody().uid : process.getuid?.());
  });

  it('finds French words between French quotation marks', async () => {
    const database = await start();
    const found = `select to_tsvector('french', '«Vélos» — cassés')::text || ' ' || lower('ÉTÉ')`;
    expect(await ask(database, found)).toEqual(["'cass':2 'vélos':1 été"]);
  });

  it('S36 finds its own settings safe', async () => {
    const client = new pg.Client({ connectionString: (await start()).url });
    await client.connect();
    expect(await checkSafeSettings(client)).toEqual([]);
    await client.query('set synchronous_commit = off');
    expect((await checkSafeSettings(client)).map(found => found.setting)).toEqual(['synchronous_commit']);
    await client.end();
  });

  it('keeps its rows and its port from one start to the next', async () => {
    const first = await start();
    await ask(first, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect([second.port, second.adopted]).toEqual([first.port, false]);
    expect(await ask(second, 'select answer from kept')).toEqual([42]);
  });

  it('is adopted after a kill -9 of the process that started it, with all it had committed', async () => {
    const other = await startInOther(folder);
    expect(other.adopted).toBe(false);
    other.process.kill('SIGKILL');
    await once(other.process, 'exit');
    const adopted = await start();
    expect([adopted.adopted, adopted.port]).toEqual([true, other.port]);
    expect(await ask(adopted, 'select 1')).toEqual([1]);
  });

  it('is shared by two processes that ask at once, and stopped by the last of them', async () => {
    const both = await Promise.all([startInOther(folder), startInOther(folder)]);
    expect(both.map(other => other.adopted).sort()).toEqual([false, true]);
    expect(both[0].port).toBe(both[1].port);
    const starter = both.find(other => !other.adopted) ?? both[0];
    const adopter = both.find(other => other !== starter) ?? both[1];
    await endGently(starter);
    expect((await currentPostmaster(cluster))?.status).toBe('ready');
    await endGently(adopter);
    expect(await currentPostmaster(cluster)).toBeUndefined();
  });

  it('starts although its pid file names a dead, a foreign or a zombie process', async () => {
    const foreign = spawn('sleep', ['60']);
    // A shell that turned into another program never asks after its child, which so stays a zombie.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    while (await findProcess(zombie)) await new Promise(soon => setTimeout(soon, 5));
    for (const pid of [4_194_000, foreign.pid, zombie]) {
      const running = await start();
      await running.stop();
      await writeFile(
        postmasterFilePath(cluster),
        `${pid}\n${cluster}\n1700000000\n${running.port}\n\n127.0.0.1\n`,
      );
      expect((await start()).adopted).toBe(false);
      for (const database of open) await database.stop();
    }
    foreign.kill();
    parent.kill();
  });

  it('starts again after a kill -9 of the server itself', async () => {
    const database = await start();
    await ask(database, 'create table survived as select 7 as answer');
    process.kill((await currentPostmaster(cluster))?.pid ?? 0, 'SIGKILL');
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(await ask(again, 'select answer from survived')).toEqual([7]);
  });

  it.runIf(isRoot())('says in one line that the data folder is closed to its account', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'guichet-closed-'));
    const refusal = startPostgres({ dataDir: join(closed, 'data'), log });
    await expect(refusal).rejects.toThrow(
      new RegExp(`^The database cannot use .* may not enter ${closed}\\. Set DATA_DIR .*$`),
    );
    await rm(closed, { recursive: true });
  });
});

const mayTryAsNobody = isRoot() && !firstClosedFolder(project, nobody());

it.runIf(mayTryAsNobody)(
  'the embedded PostgreSQL keeps to the data folder for an ordinary user',
  async () => {
    const folder = await newFolder();
    const { uid, gid } = nobody();
    await chown(folder, uid, gid);
    const other = await startInOther(folder, { uid, gid });
    expect(other.adopted).toBe(false);
    const programs = (await readdir(folder)).find(name => name.startsWith('postgresql-18.'));
    expect((await stat(join(folder, programs ?? '', 'bin/postgres'))).uid).toBe(uid);
    await endGently(other);
    await rm(folder, { recursive: true });
  },
);

it.each([
  450, 600, 750,
])('a first start killed after %i ms leaves nothing that stops the next one', async milliseconds => {
  const folder = await newFolder();
  const other = spawnOther(folder);
  await new Promise(later => setTimeout(later, milliseconds));
  other.kill('SIGKILL');
  await once(other, 'exit');
  const database = await startPostgres({ dataDir: folder, log });
  expect(await ask(database, 'select current_database()')).toEqual(['guichet']);
  await database.stop();
  await rm(folder, { recursive: true });
});
