// Start, adoption and stop of the embedded server, each one in turn with other processes on the same data folder.
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { prepareBinaries } from './binaries.ts';
import { ensureCluster, ownerPassword } from './cluster.ts';
import { greet, ownerUrl } from './connection.ts';
import { type DatabaseFolder, openDatabaseFolder } from './data-folder.ts';
import { choosePort } from './port.ts';
import {
  currentPostmaster,
  endPostmaster,
  LaunchFailed,
  launch,
  type Postmaster,
  settled,
} from './postmaster.ts';
import { postmasterFilePath } from './postmaster-file.ts';
import { isStillAlive } from './process-state.ts';
import { writeSettings } from './settings.ts';
import { inTurn } from './turn.ts';
import { isInUse, markUse } from './use.ts';

const LAUNCH_ATTEMPTS = 50;
const RETRY_MS = 200;
const DYING_MS = 2_000;
const POLL_MS = 10;

/** What the supervisor says while it works; a pino logger fits. */
export interface PostgresLog {
  info(message: string): void;
  warn(message: string): void;
}

/** `dataDir` holds everything that must be kept; `port` only where one must be chosen by hand. */
export interface StartOptions {
  dataDir: string;
  port?: number;
  log: PostgresLog;
}

/** A running embedded server; `url` is its superuser's, `adopted` says that another process had started it. */
export interface Postgres {
  url: string;
  port: number;
  version: string;
  adopted: boolean;
  stop(): Promise<void>;
}

/**
 * Gives the embedded PostgreSQL of a data folder: adopts the one that runs, else starts it, else sets it up first. Throws one
 * clear line where it cannot. Every caller counts as a user of the server, found dead ones excepted; `stop()` shuts it down,
 * and waits for that, when nobody else uses it. So it does not matter who started it.
 */
export async function startPostgres({ dataDir, port, log }: StartOptions): Promise<Postgres> {
  if (process.platform !== 'linux') {
    throw new Error(`The embedded PostgreSQL runs on Linux only: set DATABASE_URL to a PostgreSQL 15 to 18.`);
  }
  const home = await openDatabaseFolder(dataDir);
  return inTurn(home.folder, async () => {
    const leave = await markUse(home.folder);
    try {
      const password = await ownerPassword(home.folder);
      const found = await adopt(home, password, log);
      const postmaster = found?.postmaster ?? (await startAnew(home, port, log));
      const version = found?.version ?? (await greet(postmaster.port, password, home.cluster));
      const adopted = found !== undefined;
      log.info(`PostgreSQL ${version} ${adopted ? 'adopted' : 'started'} on 127.0.0.1:${postmaster.port}`);
      const stop = () => inTurn(home.folder, () => stopUsing(home, leave, log));
      return { url: ownerUrl(postmaster.port, password), port: postmaster.port, version, adopted, stop };
    } catch (error) {
      await leave();
      throw error;
    }
  });
}

interface Adopted {
  postmaster: Postmaster;
  version: string;
}

async function adopt(home: DatabaseFolder, password: string, log: PostgresLog): Promise<Adopted | undefined> {
  const running = await currentPostmaster(home.cluster);
  if (running && running.status !== 'ready') log.info('Waiting for the running database to be ready');
  const postmaster = running && (await settled(home.cluster));
  if (postmaster) {
    try {
      return { postmaster, version: await greet(postmaster.port, password, home.cluster) };
    } catch (error) {
      if (!(await hasEnded(postmaster, DYING_MS))) throw error;
    }
  }
  // The pid of a file left behind may be a zombie's or another program's by now; PostgreSQL itself cannot tell.
  await rm(postmasterFilePath(home.cluster), { force: true });
  return undefined;
}

// A server that was just killed still looks alive for a moment, and closes its connections first.
async function hasEnded({ process: server }: Postmaster, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (await isStillAlive(server)) {
    if (performance.now() > deadline) return false;
    await pause(POLL_MS);
  }
  return true;
}

async function startAnew(
  home: DatabaseFolder,
  wanted: number | undefined,
  log: PostgresLog,
): Promise<Postmaster> {
  const binaries = await prepareBinaries(home);
  await ensureCluster(home, binaries);
  for (let attempt = 1; ; attempt += 1) {
    const args = await writeSettings(home.folder, await choosePort(home.folder, wanted));
    try {
      return await launch(home, binaries.postgres, args);
    } catch (error) {
      if (!(error instanceof LaunchFailed)) throw error;
      const earlier = await settled(home.cluster);
      if (earlier) return earlier;
      if (attempt === LAUNCH_ATTEMPTS || !mayPass(error)) {
        throw new Error(`PostgreSQL does not start in ${home.dataDir}: ${error.message}`);
      }
      log.warn(`PostgreSQL does not start yet: ${error.message}`);
      await pause(RETRY_MS);
    }
  }
}

// Sessions of a killed postmaster may take a moment to notice its end; a port may be taken between look and use.
function mayPass({ message }: LaunchFailed): boolean {
  return message.includes('still in use') || message.includes('could not bind');
}

async function stopUsing(home: DatabaseFolder, leave: () => Promise<void>, log: PostgresLog): Promise<void> {
  await leave();
  if (await isInUse(home.folder)) {
    log.info('PostgreSQL left running: another process uses it');
    return;
  }
  const postmaster = await currentPostmaster(home.cluster);
  if (!postmaster) return;
  await endPostmaster(postmaster);
  log.info('PostgreSQL stopped');
}
