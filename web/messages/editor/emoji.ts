import type { Language } from '../../../contract/fields.ts';
import { emojiLines } from './emoji-list.ts';

export interface Emoji {
  glyph: string;
  name: string;
  /** All names in both languages, without accents: people type what they know. */
  words: string;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The emoji with their names in a language, in the order of the list. */
export function emojiIn(language: Language): Emoji[] {
  return emojiLines
    .trim()
    .split('\n')
    .map(line => {
      const [first = '', french = ''] = line.split(' | ');
      const glyph = first.slice(0, first.indexOf(' '));
      const english = first.slice(glyph.length + 1);
      return { glyph, name: language === 'fr' ? french : english, words: plain(`${english} ${french}`) };
    });
}

/** The emoji whose names in either language begin like what was typed; those whose first name does come first. */
export function findEmoji(all: readonly Emoji[], typed: string, most = 8): Emoji[] {
  const wanted = plain(typed)
    .split(/[\s_-]+/)
    .filter(word => word !== '');
  const fits = ({ words }: Emoji) =>
    wanted.every(word => words.split(/[\s’]/).some(one => one.startsWith(word)));
  const begins = ({ name }: Emoji) => plain(name).startsWith(wanted[0] ?? '');
  const found = all.filter(fits);
  return [...found.filter(begins), ...found.filter(one => !begins(one))].slice(0, most);
}
