// `npm run build`: everything that production runs, in dist/.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { markBuilt, markUnbuilt, sourcesHash } from './setup/build-stamp.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SERVER_ENTRIES = {
  main: 'server/main.ts',
  // A program of its own: it reads one untrusted mail and may be killed while it does.
  'reader-child': 'server/channels/mail/reading/reader-child.ts',
  // Likewise one that checks who sent mails.
  'proof-child': 'server/channels/mail/proof/proof-child.ts',
  // Likewise for one attached file.
  'file-child': 'server/features/search/reading/file-child.ts',
};
const WEB_CONFIG = 'web/vite.config.ts';

process.env.NODE_ENV = 'production';
const started = performance.now();
try {
  const missing = [...Object.values(SERVER_ENTRIES), WEB_CONFIG, 'migrations'].filter(
    path => !existsSync(join(root, path)),
  );
  if (missing.length > 0) throw new Error(`nothing to build from: ${missing.join(', ')} missing`);
  // Taken first: a source that changes while the build runs makes the next one build again.
  const hash = sourcesHash(root);
  markUnbuilt(root);
  await buildServer();
  copyMigrations();
  await buildWeb();
  compressWeb();
  markBuilt(root, hash);
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function buildServer() {
  const { build } = await import('esbuild');
  rmSync(join(root, 'dist/server'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: SERVER_ENTRIES,
    outdir: 'dist/server',
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
}

function copyMigrations() {
  const from = join(root, 'migrations');
  const to = join(root, 'dist/migrations');
  rmSync(to, { recursive: true, force: true });
  for (const name of readdirSync(from)) if (name.endsWith('.sql')) cpSync(join(from, name), join(to, name));
}

async function buildWeb() {
  const { build } = await import('vite');
  await build({ configFile: join(root, WEB_CONFIG), root: join(root, 'web'), logLevel: 'warn' });
  if (!existsSync(join(root, 'dist/web/index.html')))
    throw new Error('the web build left no dist/web/index.html');
}

/** Beside each text the same, compressed, for the server to send as it is. */
function compressWeb() {
  const folder = join(root, 'dist/web/assets');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!/\.(js|mjs|css|svg)$/.test(name)) continue;
    const text = readFileSync(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text, { params }));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text, { level: 9 }));
  }
}
