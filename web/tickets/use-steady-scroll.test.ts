import { describe, expect, it } from 'vitest';
import { shiftOf } from './use-steady-scroll.ts';

const rows = (ids: string) => [...ids].map(id => ({ id }));

describe('shiftOf', () => {
  it.each([
    ['abcdef', 'xabcdef', 2, 1],
    ['abcdef', 'bcdef', 2, -1],
    ['abcdef', 'abdef', 2, -1],
    ['abcdef', 'abcdefx', 2, 0],
    ['abcdef', 'uvw', 2, 0],
  ])('%s becoming %s, read from row %i on, has moved by %i', (old, now, first, expected) => {
    expect(shiftOf(rows(old), rows(now), first)).toBe(expected);
  });
});
