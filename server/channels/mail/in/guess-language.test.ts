import { expect, it } from 'vitest';
import { guessLanguage } from './guess-language.ts';

it.each([
  ['Bonjour, mon vélo grince depuis hier. Pouvez-vous m’aider ? Merci', null, 'fr'],
  ['Hello, my bike has been making a noise since yesterday. Can you help me? Thanks', null, 'en'],
  ['Bonjour, mon vélo grince depuis hier et je ne sais pas', 'en-GB', 'en'],
  ['Hello, my bike is broken and I need it for the weekend', 'fr', 'fr'],
  ['12345', null, 'fr'],
  ['', 'de', 'fr'],
  ['Hallo, mein Fahrrad quietscht', null, 'fr'],
] as const)('guesses the language of %j', (text, declared, language) => {
  expect(guessLanguage(text, declared, 'fr')).toBe(language);
});
