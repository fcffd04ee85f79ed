// One child process that reads mails, and the watch over its time and memory (S10).
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ReadLimits } from './limits.ts';
import type { ReadResult, StubFacts } from './mail.ts';

export type ReadJob =
  | { kind: 'read'; raw: Uint8Array; limits: ReadLimits }
  | { kind: 'peek'; raw: Uint8Array };
export type ReadReply =
  | { kind: 'ready' }
  | { kind: 'read'; result: ReadResult }
  | { kind: 'peek'; facts: StubFacts };

/** Why a child did not answer. */
export type Failure = 'too-slow' | 'too-big' | 'crashed';

const START_MILLISECONDS = 30_000;
const WATCH_MILLISECONDS = 50;
const PAGE_BYTES = 4096;

/** Run from source (tsx, vitest) the child is a TypeScript file; in a bundle it lies beside the bundle. */
function entry(): { path: string; execArgv: string[] } {
  const isSource = import.meta.url.endsWith('.ts');
  const path = fileURLToPath(new URL(isSource ? './reader-child.ts' : './reader-child.js', import.meta.url));
  if (!isSource) return { path, execArgv: [] };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return { path, execArgv: ['--import', loader] };
}

/** Starts a child and waits until it listens. Rejects when it cannot start: a fault of the house, not of a mail. */
export async function startChild(limits: ReadLimits): Promise<ChildProcess> {
  const { path, execArgv } = entry();
  const heap = `--max-old-space-size=${Math.floor(limits.memoryBytes / 1024 / 1024)}`;
  const child = fork(path, [], {
    execArgv: [...execArgv, heap],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), START_MILLISECONDS);
    const settle = (error: Error | null) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on('error', () => child.kill('SIGKILL'));
      if (error) reject(error);
      else resolve();
    };
    child.once('message', () => settle(null));
    child.once('error', settle);
    child.once('exit', code => settle(new Error(`mail reader did not start (exit ${code})`)));
  });
  return child;
}

/** Resident bytes of a process, null where the system does not tell. */
function residentBytes(pid: number | undefined): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return null;
  }
}

/**
 * Lets a child do one job within `milliseconds` and the limits' memory. Gives its reply, or the reason why it was
 * killed or died; after a failure the child is gone. Never rejects.
 */
export function runJob(
  child: ChildProcess,
  job: ReadJob,
  milliseconds: number,
  memoryBytes: number,
): Promise<ReadReply | Failure> {
  return new Promise(resolve => {
    const before = residentBytes(child.pid) ?? 0;
    const state: { failure: Failure | null } = { failure: null };
    const kill = (failure: Failure) => {
      state.failure ??= failure;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => kill('too-slow'), milliseconds);
    const watch = setInterval(() => {
      if ((residentBytes(child.pid) ?? 0) - before > memoryBytes) kill('too-big');
    }, WATCH_MILLISECONDS);
    const settle = (outcome: ReadReply | Failure) => {
      clearTimeout(timer);
      clearInterval(watch);
      child.off('message', settle);
      child.off('exit', onExit);
      resolve(outcome);
    };
    // V8 aborts when its heap is full.
    const onExit = (_code: number | null, signal: string | null) =>
      settle(state.failure ?? (signal === 'SIGABRT' ? 'too-big' : 'crashed'));
    child.on('message', settle as (message: unknown) => void);
    child.on('exit', onExit);
    if (child.exitCode !== null || child.signalCode !== null) settle('crashed');
    else child.send(job);
  });
}
