// The product built from the sources as they are, beside the usual build, with a module altered where a positive control
// needs a build that is wrong on purpose. Nothing in the product knows of this.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** Changes the source text of a module. */
export type Alteration = (source: string) => string;

/**
 * Bundles the server into dist/drills/<name>. `altered` maps the path of a source file, from the root, to what is to
 * become of it. Gives the program to run with Node.js. @throws when an alteration changes nothing, or its file is no part
 * of the product
 */
export async function buildProduct(name: string, altered: Record<string, Alteration> = {}): Promise<string> {
  const folder = join(root, 'dist', 'drills', name, 'dist');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'migrations'), { recursive: true });
  const left = new Set(Object.keys(altered));
  const plugin: Plugin = {
    name: 'alter',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = relative(root, path);
        const alter = altered[file];
        if (!alter) return undefined;
        const source = readFileSync(path, 'utf8');
        const contents = alter(source);
        if (contents !== source) left.delete(file);
        return { contents, loader: 'ts' };
      });
    },
  };
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'server/main.ts',
      'reader-child': 'server/channels/mail/reading/reader-child.ts',
      'proof-child': 'server/channels/mail/proof/proof-child.ts',
      'file-child': 'server/features/search/reading/file-child.ts',
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
  if (left.size > 0) throw new Error(`nothing was altered in: ${[...left].join(', ')}`);
  for (const file of readdirSync(join(root, 'migrations')))
    if (file.endsWith('.sql')) cpSync(join(root, 'migrations', file), join(folder, 'migrations', file));
  return join(folder, 'server', 'main.js');
}
