// Language and accent of the screens. Kept in the browser so that a reload paints them right at once.
import { type Appearance, browserLanguage, keepAppearance, keptAppearance } from '../data/kept-appearance.ts';
import { createStore } from '../data/store.ts';
import { loadTexts } from '../data/texts.ts';
import { defaultBrandColour } from '../ui/theme.ts';

const appearance = createStore<Appearance>(
  keptAppearance() ?? { language: browserLanguage(), brandColour: defaultBrandColour },
);
let wanted = appearance.get();

/** Changes language or accent of all screens, as soon as the language's texts are there, and at the next visit. */
export function setAppearance(change: Partial<Appearance>): void {
  const next = { ...wanted, ...change };
  if (next.language === wanted.language && next.brandColour === wanted.brandColour) return;
  wanted = next;
  keepAppearance(next);
  if (next.language === appearance.get().language) {
    appearance.set(next);
    return;
  }
  loadTexts(next.language).then(
    () => appearance.set(wanted),
    // Without a connection the screens stay as they are and can be asked again.
    () => {
      wanted = appearance.get();
    },
  );
}

/** Language and accent of the screens. */
export const useAppearance = appearance.use;
