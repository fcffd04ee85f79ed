// The product built from the sources as they are, beside the usual build, with modules replaced where a positive control
// needs a build that is wrong on purpose. Nothing in the product knows of this.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/**
 * Bundles the server into dist/drills/<name>. `replaced` maps the end of a source file's path to the file to take
 * instead. Gives the program to run with Node.js. @throws when a file to replace is never imported
 */
export async function buildProduct(name: string, replaced: Record<string, string> = {}): Promise<string> {
  const folder = join(root, 'dist', 'drills', name, 'dist');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'migrations'), { recursive: true });
  const left = new Set(Object.keys(replaced));
  const plugin: Plugin = {
    name: 'replace',
    setup({ onLoad }) {
      for (const [end, instead] of Object.entries(replaced)) {
        onLoad({ filter: new RegExp(`${end.replaceAll('.', '\\.')}$`) }, () => {
          left.delete(end);
          return { contents: `export * from ${JSON.stringify(instead)};`, loader: 'ts', resolveDir: root };
        });
      }
    },
  };
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'server/main.ts',
      'reader-child': 'server/channels/mail/reading/reader-child.ts',
    },
    outdir: join(folder, 'server'),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
    plugins: [plugin],
  });
  if (left.size > 0) throw new Error(`not part of the product: ${[...left].join(', ')}`);
  for (const file of readdirSync(join(root, 'migrations')))
    if (file.endsWith('.sql')) cpSync(join(root, 'migrations', file), join(folder, 'migrations', file));
  return join(folder, 'server', 'main.js');
}
