// The agent's language: the profile's inside a workspace, the browser's before.
import { createContext, useContext } from 'react';
import type { Language } from '../../contract/fields.ts';
import { type Key, t, type Values } from '../../contract/i18n/texts.ts';
import { type Format, formatsOf } from './format.ts';

export type Translate = (key: Key | (string & {}), values?: Values) => string;

export const LanguageContext = createContext<Language>('en');

// Made once, not once for each component: a list has hundreds of them.
const translatorOf =
  (language: Language): Translate =>
  (key, values) =>
    t(language, key, values);
const translators: Record<Language, Translate> = { en: translatorOf('en'), fr: translatorOf('fr') };
const formats: Partial<Record<Language, Format>> = {};

function formatOf(language: Language): Format {
  formats[language] ??= formatsOf(language);
  return formats[language];
}

/** The language of the screens. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** `t(key, values)` in the language of the screens. */
export function useT(): Translate {
  const language = useLanguage();
  return translators[language];
}

/** Dates, durations and sizes in the language of the screens. */
export function useFormat(): Format {
  const language = useLanguage();
  return formatOf(language);
}
