// Language and accent of the screens. Kept in the browser so that a reload paints them right at once.
import { z } from 'zod';
import { colour, type Language, language } from '../../contract/fields.ts';
import { browserLanguage } from '../data/language.ts';
import { createStore } from '../data/store.ts';
import { defaultBrandColour } from '../ui/theme.ts';

export interface Appearance {
  language: Language;
  brandColour: string;
}

const place = 'guichet.appearance';
const kept = z.object({ language, brandColour: colour });

function read(): Appearance {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(place) ?? ''));
    if (found.success) return found.data;
  } catch {
    // Nothing kept, or nothing may be kept: the browser's language will do.
  }
  return { language: browserLanguage(), brandColour: defaultBrandColour };
}

const appearance = createStore(read());

/** Changes language or accent of all screens, now and at the next visit. */
export function setAppearance(change: Partial<Appearance>): void {
  const before = appearance.get();
  const next = { ...before, ...change };
  if (next.language === before.language && next.brandColour === before.brandColour) return;
  appearance.set(next);
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing shows the default for a moment at the next visit.
  }
}

/** Language and accent of the screens. */
export const useAppearance = appearance.use;
