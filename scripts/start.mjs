// `npm start`: from a fresh clone to a running desk. Options after `--` are read by the server itself.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { requireNodeVersion } from './setup/node-version.mjs';

requireNodeVersion();

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
try {
  const { installPackages } = await import('./setup/install.mjs');
  await installPackages(root);
  const { isBuilt } = await import('./setup/build-stamp.mjs');
  if (!isBuilt(root)) await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import(pathToFileURL(join(root, 'dist/server/main.js')).href);

// In a process of its own, whose memory is given back before the desk runs.
async function build() {
  console.log('Building ...');
  const { run } = await import('./setup/run.mjs');
  const { ok, output, end } = await run(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root });
  if (!ok) throw new Error(`The build failed: ${output.trim() || end}`);
  console.log(output.trim());
}
