// postmaster.pid, which PostgreSQL writes into a cluster that is being served.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The lines of postmaster.pid that matter here; the status is what the server last said about itself. */
export interface PostmasterFile {
  pid: number;
  port: number;
  status: 'starting' | 'ready' | 'stopping' | 'standby' | '';
}

/** Gives the path of a cluster's postmaster.pid. */
export function postmasterFilePath(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/** Reads text in the format of postmaster.pid; undefined where it holds no pid. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const lines = text.split('\n').map(line => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '') as PostmasterFile['status'] };
}

/** Reads a cluster's postmaster.pid; undefined where there is none or it is unreadable as one. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFilePath(cluster), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parsePostmasterFile(text);
}
