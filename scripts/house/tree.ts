import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of the project: its path from the root with forward slashes, and its text. */
export type TreeFile = { path: string; text: string };

const SKIPPED = new Set(['node_modules', 'dist', '.git']);
// only at the top: web/data is a room of the app
const SKIPPED_AT_TOP = new Set(['data', 'test-results', 'coverage']);
/** Folders that hold code of the project; the rules for names and lengths are for these. */
const CODE_FOLDERS = new Set([
  'contract',
  'server',
  'web',
  'widget',
  'e2e',
  'bench',
  'scripts',
  'migrations',
]);

/** Reads every text file under `root`, leaving out what is installed, built or private to a start. */
export function readTree(root: string): TreeFile[] {
  return filesUnder(root, '')
    .map(path => ({ path, bytes: readFileSync(join(root, path)) }))
    .filter(({ bytes }) => !bytes.includes(0))
    .map(({ path, bytes }) => ({ path, text: bytes.toString('utf8') }));
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name) && !(folder === '' && SKIPPED_AT_TOP.has(name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(root, path);
      return entry.isFile() ? [path] : [];
    });
}

/** Whether a path is code of the project, as opposed to documents, settings and test material. */
export function isCode(path: string): boolean {
  return (
    CODE_FOLDERS.has(path.split('/')[0]!) &&
    !path.includes('/fixtures/') &&
    /\.(ts|tsx|mts|js|mjs|css|sql)$/.test(path)
  );
}

/** Whether a path is TypeScript of the project. */
export function isTypeScript(path: string): boolean {
  return isCode(path) && /\.(ts|tsx|mts)$/.test(path);
}

/** Whether a file is a test, a story, or made for them only. */
export function isForTests(path: string): boolean {
  return /\.(test|story)\.tsx?$/.test(path) || path.startsWith('server/testing/') || path.startsWith('e2e/');
}
