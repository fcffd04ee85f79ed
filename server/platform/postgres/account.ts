// The account that the database runs as. PostgreSQL refuses uid 0, so root hands it to "nobody".
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A Unix account other than the one this process runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** Says whether this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Gives the account "nobody" of this machine. */
export function nobody(): Account {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  return { name: 'nobody', uid: Number(line?.[1] ?? 65534), gid: Number(line?.[2] ?? 65534) };
}

/** Gives the owner of an existing folder as an account, for a cluster that somebody else than root set up. */
export function ownerOf(folder: string): Account {
  const { uid, gid } = statSync(folder);
  return { name: `uid ${uid}`, uid, gid };
}

/**
 * Gives the first folder on the way to `path` that the account may not enter, or undefined if all are open.
 * What does not exist yet counts as open. Looks at plain permission bits only.
 */
export function firstClosedFolder(path: string, account: Account): string | undefined {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const chain: string[] = [];
  for (let folder = realpathSync(existing); ; folder = dirname(folder)) {
    chain.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return chain.find(folder => !mayEnter(folder, account));
}

function mayEnter(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
