// One catalogue for server and screens. A key missing in French is a type error (see fr.ts).
import type { Language } from '../fields.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

type Stored = keyof typeof en;
/** Keys as callers write them: `x` stands for `x_one` and `x_other` when a count is given. */
export type Key =
  | Stored
  | (Stored extends infer S ? (S extends `${infer Base}_other` ? Base : never) : never);
export type Values = Record<string, string | number>;

const catalogues: Record<Language, Record<string, string>> = { en, fr };
const plurals: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  fr: new Intl.PluralRules('fr'),
};

/**
 * The text of a key in a language, `{name}` replaced by values; `count` chooses between `_one` and `_other`.
 * A key that only the data knows (history kinds, error codes) may be any string: it falls back to the key itself.
 */
export function t(language: Language, key: Key | (string & {}), values: Values = {}): string {
  const catalogue = catalogues[language];
  const counted =
    typeof values.count === 'number'
      ? catalogue[`${key}_${plurals[language].select(values.count) === 'one' ? 'one' : 'other'}`]
      : undefined;
  const text = counted ?? catalogue[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
}

/** Whether the catalogue has a text for a key that came with data. */
export function hasText(key: string): boolean {
  return key in en;
}
