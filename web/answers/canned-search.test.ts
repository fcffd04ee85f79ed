import { describe, expect, it } from 'vitest';
import type { CannedReply } from './canned-query.ts';
import { findCanned, wordsOf } from './canned-search.ts';

const reply = (name: string, change: Partial<CannedReply> = {}): CannedReply => ({
  id: name,
  name,
  shortcut: '',
  folder: '',
  language: null,
  html: '',
  isShared: true,
  isMine: false,
  useCount: 0,
  ...change,
});
const all = [
  reply('Délai de réparation', { shortcut: 'delai', useCount: 4, language: 'fr' }),
  reply('Repair time', { shortcut: 'repair', useCount: 9, language: 'en' }),
  reply('Remerciement', { useCount: 1, html: '<p>Merci, le délai est tenu &amp; payé.</p>' }),
  reply('Retour', { folder: 'Garantie', useCount: 7, language: 'fr' }),
];
const names = (typed: string, language?: 'fr' | 'en') =>
  findCanned(all, typed, language).map(one => one.name);

describe('looking for a canned reply', () => {
  it('LIV-19 the ticket’s language comes first, then what is used most', () => {
    expect(names('', 'fr')).toEqual(['Retour', 'Délai de réparation', 'Remerciement', 'Repair time']);
    expect(names('', 'en')).toEqual(['Repair time', 'Remerciement', 'Retour', 'Délai de réparation']);
    expect(names('')).toEqual(['Repair time', 'Retour', 'Délai de réparation', 'Remerciement']);
  });

  it.each([
    ['delai', ['Délai de réparation', 'Remerciement']],
    ['DÉLAI réparation', ['Délai de réparation']],
    ['garantie', ['Retour']],
    ['tenu payé', ['Remerciement']],
    ['rep', ['Repair time', 'Délai de réparation']],
    ['xyz', []],
  ])('LIV-19 %j finds %j', (typed, expected) => {
    expect(names(typed, 'fr')).toEqual(expected);
  });

  it('reads the words of a text without its markup', () => {
    expect(wordsOf('<p>a&nbsp;&amp; <b>b</b></p><p>&lt;c&gt;</p>')).toBe('a & b <c>');
  });
});
