// The port on loopback: chosen once, remembered beside the cluster, changed only when somebody else took it.
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Says whether nobody listens on this TCP port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return new Promise(answer => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => answer(true)));
  });
}

/**
 * Gives the port to start on: the wanted one (throws if taken), else the remembered one, else a free one below the range
 * that outgoing connections use; and remembers it in `folder`.
 */
export async function choosePort(folder: string, wanted?: number): Promise<number> {
  if (wanted !== undefined && !(await isFree(wanted))) {
    throw new Error(`The database's port ${wanted} is taken by another program.`);
  }
  const port = wanted ?? (await rememberedPort(folder)) ?? (await findFreePort());
  await writeFile(join(folder, 'port'), `${port}\n`);
  return port;
}

async function rememberedPort(folder: string): Promise<number | undefined> {
  const port = Number(await readFile(join(folder, 'port'), 'utf8').catch(() => ''));
  return Number.isInteger(port) && port > 0 && port < 65536 && (await isFree(port)) ? port : undefined;
}

async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port between 20000 and 32000 for the database.');
}
