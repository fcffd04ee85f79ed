import { describe, expect, it } from 'vitest';
import { emojiIn, findEmoji } from './emoji.ts';

const glyphs = (language: 'fr' | 'en', typed: string) =>
  findEmoji(emojiIn(language), typed, 100).map(emoji => emoji.glyph);

describe('emoji', () => {
  it('are each named in both languages, and listed once', () => {
    const english = emojiIn('en');
    const french = emojiIn('fr');
    expect(english.length).toBeGreaterThan(150);
    expect(new Set(english.map(emoji => emoji.glyph)).size).toBe(english.length);
    for (const [index, { glyph, name }] of english.entries()) {
      expect([glyph, name !== '', french[index]!.name !== '']).toEqual([glyph, true, true]);
      expect(glyph).toMatch(/\p{Extended_Pictographic}/u);
    }
  });

  it.each([
    ['fr', 'velo', '🚲'],
    ['fr', 'bike', '🚲'],
    ['en', 'vélo', '🚲'],
    ['fr', 'coeur', undefined],
    ['fr', 'fete', '🥳'],
    ['en', 'smile', '😃'],
    ['en', 'thumbs_up', '👍'],
    ['en', 'zzzz', undefined],
  ] as const)('LUM-19 in %s, %s finds %s first', (language, typed, glyph) => {
    expect(glyphs(language, typed)[0]).toBe(glyph);
  });
});
