// The server process itself: launching it, waiting for it, ending it.
import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asAccount } from './cluster.ts';
import type { DatabaseFolder } from './data-folder.ts';
import { type PostmasterFile, readPostmasterFile } from './postmaster-file.ts';
import { findPostmaster, isStillAlive, type LivingProcess } from './process-state.ts';

const POLL_MS = 10;
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;
const FAST_STOP_MS = 60_000;

/** A living postmaster of a cluster, with what its file says. */
export interface Postmaster extends PostmasterFile {
  process: LivingProcess;
}

/** Why a launched server ended again, in the words of its log. */
export class LaunchFailed extends Error {}

/** Gives the postmaster that serves the cluster, or undefined where none lives (whatever its file says). */
export async function currentPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = await readPostmasterFile(cluster);
  const process = file && (await findPostmaster(file.pid, cluster));
  return process && { ...file, process };
}

/** Starts the server with these arguments and waits until it is ready; throws LaunchFailed where it ends before. */
export async function launch(home: DatabaseFolder, program: string, args: string[]): Promise<Postmaster> {
  const logFile = join(home.folder, 'server.log');
  const logStart = rotate(logFile);
  const output = openSync(logFile, 'a', 0o600);
  // Detached: a Ctrl-C in the terminal is for us, who then stop it in order; a kill -9 of us leaves it to be adopted.
  const server = spawn(program, ['-D', home.cluster, ...args], {
    ...asAccount(home),
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let end: string | undefined;
  server.once('error', error => {
    end = error.message;
  });
  server.once('exit', (code, signal) => {
    end ??= `it ended with ${signal ?? `code ${code}`}`;
  });
  server.unref();
  for (;;) {
    const postmaster = await currentPostmaster(home.cluster);
    if (postmaster?.pid === server.pid && postmaster?.status === 'ready') return postmaster;
    if (end) {
      const written = (await readFile(logFile)).subarray(logStart).toString();
      throw new LaunchFailed(lastWords(written) ?? end);
    }
    await pause(POLL_MS);
  }
}

/** Waits while the server starts up or shuts down; gives it when ready, undefined when gone. */
export async function settled(cluster: string): Promise<Postmaster | undefined> {
  for (;;) {
    const postmaster = await currentPostmaster(cluster);
    if (!postmaster || postmaster.status === 'ready') return postmaster;
    await pause(POLL_MS);
  }
}

/** Ends the server by a fast shutdown and waits for its end; after a minute without it, by an immediate one (recovery). */
export async function endPostmaster({ process: server }: Postmaster): Promise<void> {
  const started = performance.now();
  let isPressed = false;
  signal(server.pid, 'SIGINT');
  while (await isStillAlive(server)) {
    if (!isPressed && performance.now() - started > FAST_STOP_MS) {
      isPressed = true;
      signal(server.pid, 'SIGQUIT');
    }
    await pause(POLL_MS);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function rotate(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_LIMIT_BYTES) return size;
  renameSync(file, `${file}.1`);
  return 0;
}

function lastWords(log: string): string | undefined {
  const lines = log.split('\n').filter(line => /\b(FATAL|PANIC|WARNING|LOG):/.test(line));
  const worst = lines.filter(line => /could not bind|FATAL:|PANIC:/.test(line));
  const chosen = worst.length > 0 ? worst : lines.slice(-1);
  return chosen.length > 0
    ? chosen.map(line => line.replace(/^.*?\] /, '')).join(' ')
    : log.trim() || undefined;
}
