import { describe, expect, it } from 'vitest';
import { quoteOf } from './quotes.ts';

describe('a quotation', () => {
  it('S12 holds the words and no markup of them', () => {
    expect(quoteOf('Anne a écrit :', 'Bonjour,\n\n<img src=x onerror=y()> & merci\n')).toBe(
      '<p>Anne a écrit :</p><blockquote><p>Bonjour,</p><p>&lt;img src=x onerror=y()&gt; &amp; merci</p></blockquote><p></p>',
    );
  });
});
