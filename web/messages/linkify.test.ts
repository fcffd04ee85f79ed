import { describe, expect, it } from 'vitest';
import { linkify } from './linkify.ts';

const links = (text: string) => linkify(text).flatMap(part => part.href ?? []);

describe('linkify', () => {
  it.each([
    ['see https://velo.example/a?b=1#c.', ['https://velo.example/a?b=1#c']],
    ['(https://velo.example/a_(b))', ['https://velo.example/a_(b)']],
    ['www.velo.example, svp', ['https://www.velo.example']],
    ['écrivez à lea.martin+sav@velo.example !', ['mailto:lea.martin+sav@velo.example']],
    ['<https://velo.example>', ['https://velo.example']],
    ['javascript:alert(1) data:text/html,x', []],
    ['no link here', []],
  ])('finds what may be followed in %j', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it('loses no character of the text', () => {
    const text = 'a https://x.example/; b c@d.example. e\n\nwww.f.example!';
    expect(
      linkify(text)
        .map(part => part.text)
        .join(''),
    ).toBe(text);
  });

  it('S11 stays quick on a megabyte of what almost matches', () => {
    // Not the time on the clock, which on a busy machine says nothing about the work.
    const start = process.cpuUsage();
    for (const piece of ['a@', 'www.', 'https://', '.a', 'a.'])
      linkify(piece.repeat(1_000_000 / piece.length));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});
