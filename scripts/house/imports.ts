import { posix } from 'node:path';
import { importsOf } from './source.ts';
import { isTypeScript, type TreeFile } from './tree.ts';

/** One import between two files of the project; an erased one is of types only. */
export type Link = { from: string; to: string; line: number; isErased: boolean };

/** An import of a package or of a module of Node.js. */
export type Outside = { from: string; name: string; line: number };

export type Imports = { links: Link[]; outside: Outside[] };

/** Every import of the tree: between its files, and to the outside. */
export function readImports(tree: TreeFile[]): Imports {
  const paths = new Set(tree.map(file => file.path));
  const links: Link[] = [];
  const outside: Outside[] = [];
  for (const file of tree.filter(each => isTypeScript(each.path))) {
    for (const { specifier, line, isErased } of importsOf(file)) {
      if (!specifier.startsWith('.')) {
        outside.push({ from: file.path, name: specifier, line });
        continue;
      }
      const aim = posix.join(posix.dirname(file.path), specifier.replace(/\?.*$/, ''));
      links.push({ from: file.path, to: fileFor(aim, paths), line, isErased });
    }
  }
  return { links, outside };
}

// web is bundled, where the ending may be left out
function fileFor(aim: string, paths: Set<string>): string {
  const candidates = [aim, `${aim}.ts`, `${aim}.tsx`, `${aim}/index.ts`, `${aim}/index.tsx`];
  return candidates.find(path => paths.has(path)) ?? aim;
}
