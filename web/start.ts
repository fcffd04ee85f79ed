// The first script of the page, small so that it runs while the rest is still under way.
import { askEarly, earlyQuestions } from './data/early.ts';
import { firstLanguage } from './data/kept-appearance.ts';
import { loadTexts } from './data/texts.ts';

askEarly(earlyQuestions(location.pathname, location.search));
// A failure is heard by the app, which asks again.
loadTexts(firstLanguage()).catch(() => undefined);
void import('./main.tsx');
