import { describe, expect, it } from 'vitest';
import { countIn, excerptOf, partsOf } from './excerpt.ts';

const marked = (parts: { text: string; isHit: boolean }[]) =>
  parts.map(part => (part.isHit ? `[${part.text}]` : part.text)).join('');
const wanted = (typed: string, ...stems: string[]) => [{ typed, stems }];

describe('what was found in a text', () => {
  it.each([
    ['Les dérailleurs sont cassés', wanted('derailleur', 'derailleur'), 'Les [dérailleurs] sont cassés'],
    ['Une œuvre', wanted('oeuvre', 'oeuvr'), 'Une [œuvre]'],
    ['L’ÉLÉGANT', wanted('elegant', 'eleg'), 'L’[ÉLÉGANT]'],
    ['My bodies', wanted('body', 'bodi'), 'My [bodies]'],
    ['un vélo, le velouté', wanted('le', 'le'), 'un vélo, [le] velouté'],
    ['Rien de tel', wanted('frein', 'frein'), 'Rien de tel'],
    ['ticket 42', wanted('42', '42'), 'ticket [42]'],
  ])('in “%s”', (text, words, expected) => {
    expect(marked(partsOf(text, words))).toBe(expected);
  });

  it('gives back every character of the text, markup as text', () => {
    const text = '<img src=x onerror=alert(1)> frein <b>&amp;</b>';
    const parts = partsOf(text, wanted('frein', 'frein'));
    expect(parts.map(part => part.text).join('')).toBe(text);
    expect(parts.filter(part => part.isHit).map(part => part.text)).toEqual(['frein']);
  });

  it('shows the place where most of the words stand', () => {
    const far = 'mot '.repeat(200);
    const both = [...wanted('selle', 'sel'), ...wanted('cuir', 'cuir')];
    const shown = marked(excerptOf(`La selle. ${far}Une selle en cuir. ${far}`, both));
    expect(shown).toContain('Une [selle] en [cuir]');
    expect(shown.startsWith('… ')).toBe(true);
    expect(shown.endsWith(' …')).toBe(true);
    expect(shown.length).toBeLessThan(260);
  });

  it('counts the words that are there', () => {
    expect(countIn('une selle, une selle', [...wanted('selle', 'sel'), ...wanted('cuir', 'cuir')])).toBe(1);
  });
});
