import { describe, expect, it } from 'vitest';
import { agents } from '../company.ts';
import { type Customer, customers } from '../customers.ts';
import { htmlOf, plainOf, typeset } from '../letter.ts';
import { momentOf } from '../moments.ts';
import { stories } from './index.ts';

/** A plain space or none where French print wants U+202F or U+00A0; a sign inside an address is left alone. */
const badlySpaced = /[^\u202f!?][!?;](?=\s|$)|[^\u00a0]:(?=\s|$)|«(?!\u00a0)|[^\u00a0]»/mu;

const nows = ['2026-01-15T00:20:00Z', '2026-03-29T09:00:00Z', '2026-07-01T22:10:00Z', '2026-10-25T13:45:00Z'];

describe('the stories', () => {
  it.each(nows)('are told in order, whenever the demo is opened: %s', text => {
    const now = new Date(text);
    for (const { subject, turns } of stories) {
      const times = turns.map(turn => momentOf(turn.ago, now).getTime());
      expect(times, subject).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1), subject).toBeLessThan(now.getTime());
    }
  });

  it('have subjects of their own', () => {
    expect(new Set(stories.map(({ subject }) => subject)).size).toBe(stories.length);
  });

  it('are printed in good French', () => {
    for (const { customer, subject, turns } of stories) {
      const { language }: Customer = customers[customer];
      if (language === 'fr') expect(typeset('fr', subject)).not.toMatch(badlySpaced);
      for (const turn of turns) {
        if (!('text' in turn)) continue;
        const spoken = turn.kind === 'notes' ? agents[turn.by].language : language;
        const text = plainOf(typeset(spoken, turn.text));
        expect(text).not.toMatch(/\p{L}'\p{L}/u);
        if (spoken === 'fr') expect(text).not.toMatch(badlySpaced);
      }
    }
  });

  it('reach nobody real: every address ends in .example', () => {
    for (const { email } of [...Object.values(customers), ...Object.values(agents)])
      expect(email).toMatch(/^[a-z.-]+@[a-z-]+\.example$/);
  });
});

describe('the markup', () => {
  it.each([
    ['Bonjour,\n Merci // Léa', '<p>Bonjour,</p><p>Merci<br>Léa</p>', 'Bonjour,\n\nMerci\nLéa'],
    ['- un\n- **deux**', '<ul><li>un</li><li><strong>deux</strong></li></ul>', '- un\n- deux'],
    ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['> cité\nnon', '<blockquote><p>cité</p></blockquote><p>non</p>', '> cité\n\nnon'],
    [
      '[ici](https://velo.example/a)',
      '<p><a href="https://velo.example/a">ici</a></p>',
      'ici (https://velo.example/a)',
    ],
    ['a < b & c\n[image]', '<p>a &lt; b &amp; c</p><p>#</p>', 'a < b & c'],
  ])('%j', (text, html, plain) => {
    expect(htmlOf(text, '#')).toBe(html);
    expect(plainOf(text)).toBe(plain);
  });

  it('sets French as printers do', () => {
    const text = typeset('fr', "L'un : « oui » ? Non ! 2 499 €, 1 h 15, 5 % ; https://a.example");
    expect(text).toBe(
      'L’un\u00a0: «\u00a0oui\u00a0»\u202f? Non\u202f! 2\u202f499\u00a0€, 1\u00a0h\u00a015, 5\u00a0%\u202f; https://a.example',
    );
  });
});

describe('a moment', () => {
  it.each([
    ['45m', '2026-11-22T10:15:00.000Z'],
    ['20h', '2026-11-21T15:00:00.000Z'],
    ['2d 09:30', '2026-11-20T08:30:00.000Z'],
    ['40d 09:30', '2026-10-13T07:30:00.000Z'],
  ])('%s ago', (ago, expected) => {
    expect(momentOf(ago, new Date('2026-11-22T11:00:00Z')).toISOString()).toBe(expected);
  });

  it('is refused when it is none', () => {
    expect(() => momentOf('yesterday', new Date())).toThrow('not a time: yesterday');
  });
});
