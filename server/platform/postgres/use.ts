// Who uses the server: one empty file per call of startPostgres, named for the process. The last one out stops it.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProcess } from './process-state.ts';

let uses = 0;

/** Writes down in `folder` that this process uses the server, and gives the function that takes it back. */
export async function markUse(folder: string): Promise<() => Promise<void>> {
  const self = await findProcess(process.pid);
  uses += 1;
  const file = join(folder, 'uses', `${process.pid}-${self?.startTicks}-${uses}`);
  await mkdir(join(folder, 'uses'), { recursive: true });
  await writeFile(file, '');
  return () => rm(file, { force: true });
}

/** Says whether any living process uses the server; forgets those that died without saying so. */
export async function isInUse(folder: string): Promise<boolean> {
  let isUsed = false;
  for (const name of await readdir(join(folder, 'uses')).catch(() => [])) {
    const [pid, startTicks] = name.split('-');
    if ((await findProcess(Number(pid)))?.startTicks === startTicks) isUsed = true;
    else await rm(join(folder, 'uses', name), { force: true });
  }
  return isUsed;
}
