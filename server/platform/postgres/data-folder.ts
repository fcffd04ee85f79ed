// Where the database lives inside the data folder, and whether its account can get there.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Account, firstClosedFolder, isRoot, nobody, ownerOf } from './account.ts';

/** The folder that root may always give to the database, outside anybody's home. */
export const SHARED_FOLDER = '/var/lib/guichet';

/** The database's part of the data folder, all as real paths; `account` is set only where root starts it. */
export interface DatabaseFolder {
  dataDir: string;
  folder: string;
  cluster: string;
  account: Account | undefined;
}

/**
 * Chooses the data folder of a project: `<project>/data`, or, where root runs a project that "nobody" may not enter,
 * `/var/lib/guichet/<12 hex of the project path's SHA-256>`.
 */
export function defaultDataDir(projectDir: string): string {
  const project = resolve(projectDir);
  if (!isRoot() || !firstClosedFolder(project, nobody())) return join(project, 'data');
  return join(SHARED_FOLDER, createHash('sha256').update(project).digest('hex').slice(0, 12));
}

/** Opens (and makes, where missing) the database's part of a data folder; throws one clear line where it cannot. */
export async function openDatabaseFolder(dataDir: string): Promise<DatabaseFolder> {
  const wanted = join(resolve(dataDir), 'postgres');
  const account = isRoot() ? accountFor(join(wanted, 'cluster')) : undefined;
  const closed = account && firstClosedFolder(wanted, account);
  if (closed) {
    throw new Error(
      `The database cannot use ${dataDir}: it runs as ${account.name} (PostgreSQL refuses root), who may not enter ${closed}. ` +
        `Set DATA_DIR to a folder such as ${SHARED_FOLDER}, or run as an ordinary user.`,
    );
  }
  await makeFolder(wanted);
  const folder = await realpath(wanted);
  const cluster = join(folder, 'cluster');
  const owners = [folder, cluster].filter(path => existsSync(path)).map(ownerOf);
  const stranger = isRoot() ? undefined : owners.find(({ uid }) => uid !== process.getuid?.());
  if (stranger) {
    throw new Error(
      `The database in ${dataDir} belongs to another user (${stranger.name}): run as that user or as root, or set another DATA_DIR.`,
    );
  }
  return { dataDir: dirname(folder), folder, cluster, account };
}

function accountFor(cluster: string): Account {
  const owner = existsSync(cluster) ? ownerOf(cluster) : undefined;
  return owner && owner.uid !== 0 ? owner : nobody();
}

async function makeFolder(folder: string): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true, mode: 0o711 });
    // Whatever the umask: the database's account passes through these folders, without listing them.
    for (let made = folder; first && made.length >= first.length; made = dirname(made))
      await chmod(made, 0o711);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'ENOTDIR' && code !== 'EEXIST') throw error;
    throw new Error(
      `The data folder cannot be made: ${message}. Set DATA_DIR to a folder that you may write to.`,
    );
  }
}
