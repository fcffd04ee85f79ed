// Language and accent as this browser remembers them; known before anything else of the app is loaded.
import type { Language } from '../../contract/fields.ts';

export interface Appearance {
  language: Language;
  brandColour: string;
}

const place = 'guichet.appearance';

/** The language the browser asks for: French where it comes before English, otherwise English. */
export function browserLanguage(): Language {
  const first = navigator.languages.find(tag => /^(fr|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** What was kept at an earlier visit; null where nothing is, or nothing may be kept. */
export function keptAppearance(): Appearance | null {
  try {
    const { language, brandColour } = JSON.parse(localStorage.getItem(place) ?? '') as Partial<Appearance>;
    if ((language !== 'fr' && language !== 'en') || !/^#[0-9a-f]{6}$/i.test(String(brandColour))) return null;
    return { language, brandColour: String(brandColour) };
  } catch {
    return null;
  }
}

/** Keeps it for the next visit. */
export function keepAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(place, JSON.stringify(appearance));
  } catch {
    // A browser that keeps nothing shows the default for a moment at the next visit.
  }
}

/** The language to begin with. */
export const firstLanguage = (): Language => keptAppearance()?.language ?? browserLanguage();
