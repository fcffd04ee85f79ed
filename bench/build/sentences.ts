// Text with the word frequencies of a language: Zipf's law, real words at its head and made-up ones in its long tail.
import type { Language } from '../../contract/fields.ts';
import { englishSyllables, englishWords } from './english.ts';
import { frenchSyllables, frenchWords } from './french.ts';
import { knownWords } from './known-words.ts';
import { randomFrom } from './random.ts';

const vocabularySize = 20_000;
/** Texts are put together from so many sentences a language. */
export const sentencesPerLanguage = 30_000;
const fewestWords = 6;
const mostWords = 20;

const lists = {
  fr: { words: frenchWords, syllables: frenchSyllables },
  en: { words: englishWords, syllables: englishSyllables },
};

/** Distinct words, the most frequent first. */
export function vocabularyOf(language: Language): string[] {
  const { words, syllables } = lists[language];
  const random = randomFrom(language === 'fr' ? 41 : 42);
  const pick = (from: string[]) => from[Math.floor(random() * from.length)]!;
  const vocabulary = new Set(words);
  while (vocabulary.size < vocabularySize) {
    const middle = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(syllables.middle));
    vocabulary.add(pick(syllables.first) + middle.join('') + pick(syllables.last));
  }
  for (const { word } of knownWords) vocabulary.delete(word);
  return [...vocabulary];
}

/** Sentences of 6 to 20 words; the word of rank r comes r times as rarely as the first. */
export function sentencesIn(language: Language, count = sentencesPerLanguage): string[] {
  const vocabulary = vocabularyOf(language);
  const random = randomFrom(language === 'fr' ? 7 : 8);
  return Array.from({ length: count }, () => {
    const length = fewestWords + Math.floor(random() * (mostWords - fewestWords + 1));
    const words = Array.from({ length }, () => vocabulary[Math.floor(vocabulary.length ** random()) - 1]!);
    const text = words.join(' ');
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  });
}
