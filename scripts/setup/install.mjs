// The packages of the lock file, installed when they are not: nothing is asked of the network otherwise.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * Brings node_modules to what package-lock.json says, development packages included whatever NODE_ENV is. Says what it does
 * on one line, is silent where nothing is to be done, and throws the reason where it fails.
 */
export async function installPackages(root) {
  const stampFile = join(root, 'node_modules/.guichet-installed');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.version}\n`;
  const earlier = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  if (earlier === stamp) return;
  const isOtherNode = earlier !== undefined && !earlier.endsWith(` ${process.version}\n`);
  if (isOtherNode || !isInstalled(root, JSON.parse(lock))) await install(root);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  try {
    writeFileSync(stampFile, stamp);
  } catch (error) {
    // Installed by another user, for whom the packages are right: only the note of it cannot be kept.
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
}

// npm keeps its own list of what it installed; a package added by `npm install` needs no second installation.
function isInstalled(root, lock) {
  const listFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(listFile)) return false;
  const { packages: installed } = JSON.parse(readFileSync(listFile, 'utf8'));
  const isOptional = entry => entry.optional || entry.devOptional || entry.peer;
  return Object.entries(lock.packages).every(
    ([path, entry]) =>
      path === '' || (installed[path] ? installed[path].version === entry.version : isOptional(entry)),
  );
}

async function install(root) {
  console.log('Installing packages (npm ci) ...');
  const started = performance.now();
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const [command, first] = npmCommand();
  const { ok, output, end } = await run(command, [...first, ...args], { cwd: root });
  if (!ok) throw new Error(`The packages could not be installed: ${reasonOf(output) || end}`);
  console.log(`Packages installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function npmCommand() {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
}

function reasonOf(output) {
  const lines = output
    .split('\n')
    .filter(line => line.trim() !== '' && !line.includes('A complete log of this run'));
  return lines
    .map(line => line.replace(/^npm (error|ERR!)\s*/, ''))
    .slice(0, 12)
    .join('\n  ');
}
