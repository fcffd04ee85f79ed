import type { Finding } from './finding.ts';
import { exportedProperties } from './source.ts';
import type { TreeFile } from './tree.ts';

const LANGUAGES = ['en', 'fr'];

/** Rule `history`: every kind of event in contract/events has a text for the History tab in both languages. */
export function checkHistoryTexts(tree: TreeFile[]): Finding[] {
  const keys = new Map(LANGUAGES.map(language => [language, keysOf(tree, language)]));
  return tree
    .filter(({ path }) => /^contract\/events\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'))
    .flatMap(file =>
      exportedProperties(file).flatMap(({ key, line }) =>
        LANGUAGES.filter(language => !keys.get(language)!.has(`history.${key}`)).map(language => ({
          file: file.path,
          line,
          rule: 'history',
          what: `no text history.${key} in contract/i18n/${language}`,
        })),
      ),
    );
}

function keysOf(tree: TreeFile[], language: string): Set<string> {
  return new Set(
    tree
      .filter(({ path }) => path.startsWith(`contract/i18n/${language}/`) && path.endsWith('.ts'))
      .flatMap(file => exportedProperties(file).map(({ key }) => key)),
  );
}
