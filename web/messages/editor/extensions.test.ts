import { describe, expect, it } from 'vitest';
import { linkAddress } from './extensions.ts';

describe('linkAddress', () => {
  it.each([
    ['velo.example/aide', 'https://velo.example/aide'],
    [' http://velo.example ', 'http://velo.example'],
    ['sav@velo.example', 'mailto:sav@velo.example'],
    ['tel:+33123456789', 'tel:+33123456789'],
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['', ''],
  ])('S13 makes of %j the address %j', (typed, expected) => {
    expect(linkAddress(typed)).toBe(expected);
  });
});
