import { expect, it } from 'vitest';
import { ageing } from '../../contract/fields.ts';
import { ageOf } from './age.ts';

const since = '2026-11-20T08:00:00Z';
const after = (hours: number, minutes = 0) => Date.parse(since) + (hours * 60 + minutes) * 60_000;

it.each([
  [17, 59, 'fresh'],
  [18, 0, 'fresh'],
  [18, 1, 'yellow'],
  [24, 0, 'yellow'],
  [24, 1, 'red'],
] as const)('CHP-12 %i h %i min waited is %s', (hours, minutes, level) => {
  expect(ageOf(since, after(hours, minutes), ageing).level).toBe(level);
});

it('CHP-12 a clock that runs behind the server never shows a negative age', () => {
  expect(ageOf(since, after(-1), ageing)).toEqual({ minutes: 0, level: 'fresh' });
});

it('CHP-13 the colours follow the hours that are set', () => {
  const set = { yellowMinutes: 120, redMinutes: 240 };
  expect(ageOf(since, after(2, 1), set).level).toBe('yellow');
  expect(ageOf(since, after(4, 1), set).level).toBe('red');
});
