import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from './wait.ts';

/** The owner's URL of the database that the product keeps in its data folder. */
export function embeddedUrl(dataDir: string): string {
  const [port, password] = ['port', 'password'].map(name =>
    readFileSync(join(dataDir, 'postgres', name), 'utf8').trim(),
  );
  return `postgres://guichet:${password}@127.0.0.1:${port}/guichet`;
}

/**
 * Copies the data folder of a desk that has stopped, its database included, with the owners and rights of all that is in
 * it. Throws where the database has not stopped in order. The copy chooses a port of its own when it is started.
 */
export function copyData(from: string, to: string): void {
  if (existsSync(join(from, 'postgres/cluster/postmaster.pid')))
    throw new Error(`the database in ${from} still runs, or was killed`);
  execFileSync('cp', ['-a', from, to]);
  rmSync(join(to, 'postgres/port'), { force: true });
}

/** Stops the database that a killed desk has left running, and waits for its end; does nothing where none runs. */
export async function stopEmbedded(dataDir: string): Promise<void> {
  const path = join(dataDir, 'postgres/cluster/postmaster.pid');
  if (!existsSync(path)) return;
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0]);
  if (!isServing(pid, dataDir)) return;
  process.kill(pid, 'SIGINT');
  await waitFor('the embedded database to end', () => !isServing(pid, dataDir));
}

// the number may belong to another program by now, and a zombie has no command line
function isServing(pid: number, dataDir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(dataDir, 'postgres'));
  } catch {
    return false;
  }
}
