import type { Finding } from './finding.ts';
import { isCode, type TreeFile } from './tree.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const EMPTY_WORDS = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'service', 'base', 'common']);

/** Rule `name`: files and folders of code are in kebab-case and named for what they hold. */
export function checkNames(tree: TreeFile[]): Finding[] {
  return tree
    .filter(({ path }) => isCode(path))
    .flatMap(({ path }) => {
      const what = wrongWith(path);
      return what ? [{ file: path, line: 1, rule: 'name', what }] : [];
    });
}

function wrongWith(path: string): string | undefined {
  const parts = path.split('/');
  const crooked = parts.find(part => !KEBAB.test(part));
  if (crooked) return `${crooked} is not kebab-case`;
  const empty = parts.flatMap(part => part.split(/[-.]/)).find(word => EMPTY_WORDS.has(word));
  return empty ? `"${empty}" says nothing about what is inside` : undefined;
}
