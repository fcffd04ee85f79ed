import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Why a child did not answer. */
export type Failure = 'too-slow' | 'too-big' | 'crashed';

export interface Program {
  path: string;
  execArgv: string[];
}

const START_MILLISECONDS = 30_000;
const WATCH_MILLISECONDS = 50;
const PAGE_BYTES = 4096;

/**
 * The program `name` beside the module with this `import.meta.url`: run from source (tsx, vitest) a TypeScript file, in
 * a bundle the one that lies beside the bundle.
 */
export function programBeside(url: string, name: string): Program {
  const isSource = url.endsWith('.ts');
  const path = fileURLToPath(new URL(`./${name}.${isSource ? 'ts' : 'js'}`, url));
  if (!isSource) return { path, execArgv: [] };
  const loader = pathToFileURL(createRequire(url).resolve('tsx')).href;
  return { path, execArgv: ['--import', loader] };
}

/**
 * Starts a child, which holds no secret and no connection, and waits until it sends its first message. Rejects when it
 * cannot start: a fault of the house, not of what it is to read.
 */
export async function startChild(program: Program, memoryBytes: number): Promise<ChildProcess> {
  const heap = `--max-old-space-size=${Math.floor(memoryBytes / 1024 / 1024)}`;
  const child = fork(program.path, [], {
    execArgv: [...program.execArgv, heap],
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
    child.once('exit', code => settle(new Error(`${program.path} did not start (exit ${code})`)));
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
 * Lets a child do one job within `milliseconds` and `memoryBytes`. Gives its reply, which must not be a text, or the
 * reason why it was killed or died; after a failure the child is gone. Never rejects.
 */
export function runJob<Reply extends object>(
  child: ChildProcess,
  job: object,
  milliseconds: number,
  memoryBytes: number,
): Promise<Reply | Failure> {
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
    const settle = (outcome: Reply | Failure) => {
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
