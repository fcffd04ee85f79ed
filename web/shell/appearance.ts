// Language and accent of the screens. Kept in the browser so that a reload paints them right at once.
import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { colour, type Language, language } from '../../contract/fields.ts';
import { browserLanguage } from '../data/language.ts';
import { defaultBrandColour } from '../ui/theme.ts';

export interface Appearance {
  language: Language;
  brandColour: string;
}

const place = 'guichet.appearance';
const kept = z.object({ language, brandColour: colour });
const listeners = new Set<() => void>();

function read(): Appearance {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(place) ?? ''));
    if (found.success) return found.data;
  } catch {
    // Nothing kept, or nothing may be kept: the browser's language will do.
  }
  return { language: browserLanguage(), brandColour: defaultBrandColour };
}

let appearance = read();

/** Changes language or accent of all screens, now and at the next visit. */
export function setAppearance(change: Partial<Appearance>): void {
  const next = { ...appearance, ...change };
  if (next.language === appearance.language && next.brandColour === appearance.brandColour) return;
  appearance = next;
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing shows the default for a moment at the next visit.
  }
  for (const listener of listeners) listener();
}

/** Language and accent of the screens. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => appearance,
  );
}
