// Whether dist/ was built from the sources that are there now.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'contract',
  'server',
  'web',
  'widget',
  'migrations',
  'scripts/build.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** Says whether dist/ is whole and up to date. */
export function isBuilt(root) {
  const file = stampFile(root);
  return existsSync(file) && readFileSync(file, 'utf8') === sourcesHash(root);
}

/** Takes dist/ for unfinished until `markBuilt`. */
export function markUnbuilt(root) {
  rmSync(stampFile(root), { force: true });
}

/** Takes dist/ for built from sources with this hash. */
export function markBuilt(root, hash) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(root), hash);
}

/** Gives the hash (hex) over everything that the build reads; tests are not among it. */
export function sourcesHash(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) if (existsSync(join(root, source))) addToHash(hash, root, source);
  return hash.digest('hex');
}

function addToHash(hash, root, path) {
  const file = join(root, path);
  if (!statSync(file).isDirectory()) {
    const content = readFileSync(file);
    hash.update(`${path}\0${content.length}\0`).update(content);
    return;
  }
  for (const name of readdirSync(file).sort()) {
    if (name !== 'node_modules' && !/^\.|\.test\.tsx?$/.test(name)) addToHash(hash, root, join(path, name));
  }
}

function stampFile(root) {
  return join(root, 'dist/.built');
}
