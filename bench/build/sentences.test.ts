import { expect, it } from 'vitest';
import { knownWords, withoutAccents } from './known-words.ts';
import { sentencesIn, vocabularyOf } from './sentences.ts';

it('writes the same sentences at every run, of 6 to 20 words', () => {
  const sentences = sentencesIn('fr', 200);
  expect(sentencesIn('fr', 200)).toEqual(sentences);
  for (const sentence of sentences) {
    const { length } = sentence.split(' ');
    expect(length).toBeGreaterThanOrEqual(6);
    expect(length).toBeLessThanOrEqual(20);
  }
});

it('uses a word the rarer the further down the vocabulary it stands', () => {
  const [first = '', ...others] = vocabularyOf('en');
  const words = sentencesIn('en', 3_000).join(' ').toLowerCase().replaceAll('.', '').split(' ');
  const count = (word: string) => words.filter(each => each === word).length;
  expect(count(first)).toBeGreaterThan(3 * count(others[9]!));
  expect(count(others[9]!)).toBeGreaterThan(count(others[999]!));
});

it('keeps the known words out of the vocabulary, so that their share of the tickets is known', () => {
  for (const language of ['fr', 'en'] as const) {
    const vocabulary = new Set(vocabularyOf(language).map(withoutAccents));
    expect(knownWords.filter(({ word }) => vocabulary.has(withoutAccents(word)))).toEqual([]);
  }
  const places = knownWords.map(({ oneIn, rest }) => `${oneIn} ${rest % oneIn}`);
  expect(new Set(places).size).toBe(knownWords.length);
});
