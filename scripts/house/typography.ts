import ts from 'typescript';
import type { Finding } from './finding.ts';
import { exportedProperties } from './source.ts';
import type { TreeFile } from './tree.ts';

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';
/** Any kind of space, or none, before a sign that ends a word; a sign inside an address such as a?b is left alone. */
const BEFORE = /(?<space>[ \u00a0\u202f\u2009]?)(?<sign>[:;!?»])(?=$|[\s.,)<»])/gu;
const AFTER = /«(?<space>[ \u00a0\u202f\u2009]?)/gu;

/**
 * Rule `typography`: French texts of the catalogue have U+202F before ; ! ? and U+00A0 before : and inside « ».
 * Takes the tree and looks at contract/i18n/fr.
 */
export function checkTypography(tree: TreeFile[]): Finding[] {
  return tree
    .filter(({ path }) => path.startsWith('contract/i18n/fr/') && path.endsWith('.ts'))
    .flatMap(file =>
      exportedProperties(file).flatMap(({ key, value, line }) =>
        ts.isStringLiteralLike(value)
          ? wrongSpaces(value.text).map(what => ({
              file: file.path,
              line,
              rule: 'typography',
              what: `${key}: ${what}`,
            }))
          : [],
      ),
    );
}

/** What is wrong with the spaces of a French text, one line each; an empty list when nothing is. */
export function wrongSpaces(text: string): string[] {
  const before = [...text.matchAll(BEFORE)].flatMap(({ groups, index }) => {
    const { space = '', sign = '' } = groups ?? {};
    const wanted = sign === ':' || sign === '»' ? NO_BREAK : NARROW;
    // signs in a row, as in ?!, and a text that is but the sign need no space
    if (space === wanted || (space === '' && (index === 0 || /[:;!?]/.test(text[index - 1]!)))) return [];
    return [`${nameOf(wanted)} before ${sign}, not ${nameOf(space)}`];
  });
  const after = [...text.matchAll(AFTER)].flatMap(({ groups }) => {
    const { space = '' } = groups ?? {};
    return space === NO_BREAK ? [] : [`${nameOf(NO_BREAK)} after «, not ${nameOf(space)}`];
  });
  return [...before, ...after];
}

function nameOf(space: string): string {
  if (space === '') return 'no space';
  return space === ' '
    ? 'a plain space'
    : `U+${space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
