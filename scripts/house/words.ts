import type { Finding } from './finding.ts';
import type { TreeFile } from './tree.ts';

// put together here, so that this file does not break its own rule
const FORBIDDEN = [
  { pattern: new RegExp(String.raw`\.\./${'shared'}`, 'g'), why: 'a folder that is no part of the project' },
  { pattern: new RegExp(String.raw`(?<![\w.])/${'work'}/`, 'g'), why: 'a path of one machine' },
];

/** Rule `word`: nothing in the tree names a place that other people do not have. */
export function checkWords(tree: TreeFile[]): Finding[] {
  return tree.flatMap(file =>
    file.text.split('\n').flatMap((text, index) =>
      FORBIDDEN.flatMap(({ pattern, why }) =>
        [...text.matchAll(pattern)].map(([found]) => ({
          file: file.path,
          line: index + 1,
          rule: 'word',
          what: `names ${found}, ${why}`,
        })),
      ),
    ),
  );
}
