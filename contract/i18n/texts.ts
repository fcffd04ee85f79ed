// The texts of one language or of both, whichever was added: the server has both, a screen fetches the one it shows.
import type { Language } from '../fields.ts';
import type { en } from './en.ts';

type Stored = keyof typeof en;
/** Keys as callers write them: `x` stands for `x_one` and `x_other` when a count is given. */
export type Key =
  | Stored
  | (Stored extends infer S ? (S extends `${infer Base}_other` ? Base : never) : never);
export type Values = Record<string, string | number>;

const catalogues: Partial<Record<Language, Record<string, string>>> = {};
const plurals = new Map<Language, Intl.PluralRules>();
const numbers = new Map<Language, Intl.NumberFormat>();

/** Makes a language's texts known. */
export function addTexts(language: Language, texts: Record<string, string>): void {
  catalogues[language] = texts;
}

/** Whether the texts of a language are known. */
export const hasTexts = (language: Language): boolean => catalogues[language] !== undefined;

/** What is made once for each language, since Intl objects are costly. */
function made<T>(kept: Map<Language, T>, language: Language, make: () => T): T {
  const known = kept.get(language) ?? make();
  kept.set(language, known);
  return known;
}

/**
 * The text of a key in a language, `{name}` replaced by values; `count` chooses between `_one` and `_other`.
 * A key that only the data knows (history kinds, error codes) may be any string: it falls back to the key itself.
 */
export function t(language: Language, key: Key | (string & {}), values: Values = {}): string {
  return tOver({}, language, key, values);
}

/** The same, with texts of the workspace's own in the place of some. */
export function tOver(
  own: Readonly<Record<string, string>>,
  language: Language,
  key: Key | (string & {}),
  values: Values = {},
): string {
  const catalogue = catalogues[language] ?? {};
  const textOf = (each: string) => own[each] ?? catalogue[each];
  const text = textOf(counted(language, key, values.count)) ?? textOf(key) ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (typeof value !== 'number') return value;
    return made(numbers, language, () => new Intl.NumberFormat(language)).format(value);
  });
}

/** The key of the form that a language uses for a count; the key itself without one. */
function counted(language: Language, key: string, count: string | number | undefined): string {
  if (typeof count !== 'number') return key;
  const rules = made(plurals, language, () => new Intl.PluralRules(language));
  return `${key}_${rules.select(count) === 'one' ? 'one' : 'other'}`;
}

/** Whether there is a text for a key that came with data; both languages have the same keys. */
export function hasText(key: string): boolean {
  return Object.values(catalogues).some(catalogue => key in catalogue);
}
