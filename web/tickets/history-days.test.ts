import { expect, it } from 'vitest';
import { dayOf, daysOf } from './history-days.ts';
import type { HistoryLine } from './ticket-queries.ts';

it('LUM-33 lines are parted by day, in their order', () => {
  const at = (day: number, hour: number) => new Date(2026, 0, day, hour).toISOString();
  const lines = [at(3, 9), at(3, 0), at(1, 23)].map(moment => ({ at: moment }) as HistoryLine);
  expect(daysOf(lines).map(({ day, lines: own }) => [day, own.length])).toEqual([
    ['2026-01-03', 2],
    ['2026-01-01', 1],
  ]);
  expect(dayOf(new Date(2026, 8, 5))).toBe('2026-09-05');
});
