import { describe, expect, it } from 'vitest';
import { isFound } from './picker-search.ts';

describe('isFound', () => {
  const lea = { label: 'Léa Dubois', detail: 'lea@velo.example' };
  it.each([
    ['', true],
    ['lea', true],
    ['DUB lé', true],
    ['velo.ex', true],
    ['marc', false],
  ])('LUM-30 finds an agent by a part of the name or the e-mail: %j', (typed, expected) => {
    expect(isFound(lea, typed)).toBe(expected);
  });
});
