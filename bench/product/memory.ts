// Resident memory as the kernel counts it, in megabytes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Memory {
  /** The product's own process. */
  product: number;
  /** Its children that read mails. */
  readers: number;
  /** The database server, shared pages counted once. */
  postgres: number;
}

/** The memory of the program with this pid and of the embedded server of its data folder. */
export function memoryOf(pid: number, dataDir: string): Memory {
  const processes = allProcesses();
  const childrenOf = (parent: number) => processes.filter(one => one.parent === parent);
  const postmaster = Number(
    readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
  );
  const readers = childrenOf(pid).filter(child => child.pid !== postmaster);
  const servers = [{ pid: postmaster }, ...childrenOf(postmaster)];
  const sum = (list: { pid: number }[], file: string, field: string) =>
    list.reduce((total, one) => total + megabytes(one.pid, file, field), 0);
  return {
    product: megabytes(pid, 'status', 'VmRSS'),
    readers: sum(readers, 'status', 'VmRSS'),
    postgres: sum(servers, 'smaps_rollup', 'Pss'),
  };
}

/** Looks every 200 ms and keeps the highest; stop() gives it. */
export function watchMemory(pid: number, dataDir: string): { stop(): Memory } {
  const peak = memoryOf(pid, dataDir);
  const timer = setInterval(() => {
    const now = memoryOf(pid, dataDir);
    for (const part of ['product', 'readers', 'postgres'] as const)
      peak[part] = Math.max(peak[part], now[part]);
  }, 200);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function allProcesses(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => ({
      pid: Number(name),
      parent: Number(/^PPid:\s+(\d+)/m.exec(read(name, 'status'))?.[1] ?? 0),
    }));
}

function megabytes(pid: number, file: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(pid, file))?.[1] ?? 0) / 1024;
}

/** A process may end between being listed and being read. */
function read(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
