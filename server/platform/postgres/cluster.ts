// A new cluster, made beside its final place and moved there when whole.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { DatabaseFolder } from './data-folder.ts';

/** The embedded cluster's superuser, and the name of the product's database in it. */
export const OWNER = 'guichet';

const UNFINISHED = 'cluster.new-';

const run = promisify(execFile);

// Neither the caller's secrets nor its PG* settings reach a process of another account.
export const SERVER_ENVIRONMENT = { PATH: '/usr/bin:/bin', TZ: 'UTC' };

/** Gives spawn options that run a program as the database's account, in its own small environment. */
export function asAccount({ account, folder }: DatabaseFolder) {
  return { cwd: folder, env: SERVER_ENVIRONMENT, ...(account && { uid: account.uid, gid: account.gid }) };
}

/** Gives the owner's password, made at the first call and kept in `folder`, readable by this process's user only. */
export async function ownerPassword(folder: string): Promise<string> {
  const file = join(folder, 'password');
  if (!existsSync(file)) {
    const fresh = join(folder, 'password.new');
    await rm(fresh, { force: true });
    await writeFile(fresh, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
    await rename(fresh, file);
  }
  return (await readFile(file, 'utf8')).trim();
}

/** Makes the cluster where there is none; throws one clear line where it is of another PostgreSQL major version. */
export async function ensureCluster(home: DatabaseFolder, binaries: Binaries): Promise<void> {
  await removeUnfinished(home.folder);
  const found = await readFile(join(home.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (found === undefined) return makeCluster(home, binaries);
  if (found.trim() !== binaries.major) {
    throw new Error(
      `The database in ${home.dataDir} is of PostgreSQL ${found.trim()}, but the installed server is ${binaries.major}.`,
    );
  }
}

// An initdb whose starter was killed may live on for a moment and still write: it is left to the next start then.
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function makeCluster(home: DatabaseFolder, binaries: Binaries): Promise<void> {
  const fresh = await mkdtemp(join(home.folder, UNFINISHED));
  const passwordFile = join(home.folder, 'password.initdb');
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, await ownerPassword(home.folder), { mode: 0o600, flag: 'wx' });
  if (home.account) {
    for (const path of [fresh, passwordFile]) await chown(path, home.account.uid, home.account.gid);
  }
  try {
    await initialise(home, binaries, fresh, passwordFile);
    await rename(fresh, home.cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

// Code-point order costs nothing and never changes with a library, so no index goes stale; people's order is asked for
// by COLLATE where a list needs it. The character type is a UTF-8 one so that full-text search knows « from a letter.
async function initialise(
  home: DatabaseFolder,
  binaries: Binaries,
  folder: string,
  passwordFile: string,
): Promise<void> {
  const locales = ['C.UTF-8', 'en_US.UTF-8', 'C'];
  for (const locale of locales) {
    const options = [
      ...[
        '-D',
        folder,
        '-U',
        OWNER,
        '--pwfile',
        passwordFile,
        '--auth',
        'scram-sha-256',
        '--encoding',
        'UTF8',
      ],
      ...[
        '--locale',
        'C',
        '--lc-ctype',
        locale,
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
      ],
      ...['--data-checksums', '--no-instructions'],
    ];
    try {
      await run(binaries.initdb, options, asAccount(home));
      return;
    } catch (error) {
      const reason = `${(error as { stderr?: string }).stderr || (error as Error).message}`.trim();
      if (reason.includes('invalid locale name') && locale !== locales.at(-1)) continue;
      throw new Error(`The database could not be set up in ${home.dataDir}: ${reason.replaceAll('\n', ' ')}`);
    }
  }
}
