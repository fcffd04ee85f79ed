// The agent's language: the profile's inside a workspace, the browser's before.
import { createContext, useContext, useMemo } from 'react';
import type { Language } from '../../contract/fields.ts';
import { type Key, t, type Values } from '../../contract/i18n/t.ts';
import { type Format, formatsOf } from './format.ts';

export type Translate = (key: Key | (string & {}), values?: Values) => string;

export const LanguageContext = createContext<Language>('en');

/** The language the browser asks for: French where it comes before English, otherwise English. */
export function browserLanguage(): Language {
  const first = navigator.languages.find(tag => /^(fr|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** The language of the screens. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** `t(key, values)` in the language of the screens. */
export function useT(): Translate {
  const language = useLanguage();
  return useMemo(() => (key, values) => t(language, key, values), [language]);
}

/** Dates, durations and sizes in the language of the screens. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}
