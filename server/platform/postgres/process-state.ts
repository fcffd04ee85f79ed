// What Linux says about a process. A zombie counts as gone: where PID 1 does not reap, a dead server stays one for good.
import { readFile, readlink } from 'node:fs/promises';

/** A living process; the start time (clock ticks since boot) tells it from a later one with the same pid. */
export interface LivingProcess {
  pid: number;
  startTicks: string;
  name: string;
}

/** Gives the process with this pid, or undefined where there is none or only a zombie. */
export async function findProcess(pid: number): Promise<LivingProcess | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (!stat) return undefined;
  // The name stands in parentheses and may itself hold spaces and parentheses.
  const nameEnd = stat.lastIndexOf(')');
  const [state, ...rest] = stat.slice(nameEnd + 2).split(' ');
  const startTicks = rest[18];
  if (!startTicks || state === 'Z' || state === 'X') return undefined;
  return { pid, startTicks, name: stat.slice(stat.indexOf('(') + 1, nameEnd) };
}

/** Says whether exactly this process still lives (not another one that was given its pid). */
export async function isStillAlive(process: LivingProcess): Promise<boolean> {
  return (await findProcess(process.pid))?.startTicks === process.startTicks;
}

/** Gives the postmaster with this pid if it serves this cluster (a real path), undefined for any other process. */
export async function findPostmaster(pid: number, cluster: string): Promise<LivingProcess | undefined> {
  const found = await findProcess(pid);
  if (found?.name !== 'postgres') return undefined;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === cluster ? found : undefined;
}
