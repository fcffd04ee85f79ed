// One catalogue for server and screens, with both languages at hand. A key missing in French is a type error (see fr.ts).
import { en } from './en.ts';
import { fr } from './fr.ts';
import { addTexts } from './texts.ts';

addTexts('en', en);
addTexts('fr', fr);

export { hasText, type Key, t, tOver, type Values } from './texts.ts';
