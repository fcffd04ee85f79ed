// A PostgreSQL as an operator may bring it: Debian's version 15, with an owner who is no superuser.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { askOf } from './empty-database.story.ts';

const run = promisify(execFile);
const binaries = '/usr/lib/postgresql/15/bin';

/** Whether this machine has such a server. */
export const hasOutsideServer = existsSync(join(binaries, 'initdb'));

export interface OutsideServer {
  /** The database of an owner who may log in and make roles and databases, no more. */
  ownerUrl: string;
  /** Runs one statement in that database as the superuser. */
  ask(statement: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** Starts the server in a folder of its own, with the owner `owner_x` and their database `desk`. */
export async function startOutsideServer(): Promise<OutsideServer> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-outside-'));
  chmodSync(folder, 0o711);
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  const account = accountOfServer();
  if (account) chownSync(cluster, account.uid, account.gid);
  const options = { cwd: folder, env: { PATH: '/usr/bin:/bin' }, ...account };
  await run(
    join(binaries, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8'],
    options,
  );
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=40'];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', cluster, '-p', `${port}`, ...settings.flatMap(setting => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  );
  const urlOf = (user: string, name: string) => `postgres://${user}:x@127.0.0.1:${port}/${name}`;
  await whenReady(urlOf('postgres', 'postgres'));
  await askOf(urlOf('postgres', 'postgres'), `create role owner_x login createrole createdb password 'x'`);
  await askOf(urlOf('postgres', 'postgres'), 'create database desk owner owner_x');
  return {
    ownerUrl: urlOf('owner_x', 'desk'),
    ask: statement => askOf(urlOf('postgres', 'desk'), statement),
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function accountOfServer(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function whenReady(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const isReady = await askOf(url, 'select 1').then(
      () => true,
      error => {
        if (tries > 200) throw error;
        return false;
      },
    );
    if (isReady) return;
    await new Promise(soon => setTimeout(soon, 50));
  }
}
