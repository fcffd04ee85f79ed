import type { Language } from '../../contract/fields.ts';
import { addTexts, hasTexts } from '../../contract/i18n/texts.ts';

const sources: Record<Language, () => Promise<Record<string, string>>> = {
  en: async () => (await import('../../contract/i18n/en.ts')).en,
  fr: async () => (await import('../../contract/i18n/fr.ts')).fr,
};

/** Fetches the texts of a language unless they are there. Throws where they cannot be had. */
export async function loadTexts(language: Language): Promise<void> {
  if (!hasTexts(language)) addTexts(language, await sources[language]());
}
