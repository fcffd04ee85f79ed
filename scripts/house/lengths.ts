import type { Finding } from './finding.ts';
import { isCode, type TreeFile } from './tree.ts';

const MOST = 300;

/** Rule `length`, a warning: no file of code is longer than 300 lines. */
export function checkLengths(tree: TreeFile[]): Finding[] {
  return tree
    .filter(({ path }) => isCode(path))
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > MOST)
    .map(({ path, lines }) => ({
      file: path,
      line: MOST + 1,
      rule: 'length',
      what: `${lines} lines, ${MOST} at most`,
      isWarning: true,
    }));
}
