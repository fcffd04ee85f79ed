import { describe, expect, it } from 'vitest';
import { growthOf, outcomeOf } from './outcome.ts';

const given = { what: 'list', tickets: 10_000, unit: 'ms' as const };

describe('an outcome', () => {
  it('is judged by the ratio of the 95th percentiles', () => {
    const slow = outcomeOf({ ...given, p50: 1, p95: 6, floor: { p50: 1, p95: 2 } }, { ratioAtMost: 2 });
    expect(slow).toMatchObject({ ratio: 3, isMet: false, missedBy: '50 %', aim: '<= 2 x floor' });
    const quick = outcomeOf({ ...given, p50: 1, p95: 4, floor: { p50: 1, p95: 2 } }, { ratioAtMost: 2 });
    expect(quick).toMatchObject({ ratio: 2, isMet: true, missedBy: '' });
  });

  it('is judged the other way round for a rate, which is to be high', () => {
    const rate = { ...given, unit: 'mails/s' as const, floor: { p50: 100 } };
    expect(outcomeOf({ ...rate, p50: 50 }, { ratioAtLeast: 0.5 })).toMatchObject({ ratio: 0.5, isMet: true });
    expect(outcomeOf({ ...rate, p50: 25 }, { ratioAtLeast: 0.5 })).toMatchObject({
      isMet: false,
      missedBy: '100 %',
    });
  });

  it('grows from the smallest size to the largest; a search may', () => {
    const at = (what: string, tickets: number, p95: number) =>
      outcomeOf({ what, tickets, unit: 'ms', p50: 1, p95, floor: { p50: 1, p95: 1 } }, null);
    const outcomes = [
      at('list', 10, 2),
      at('list', 1_000, 4),
      at('search fr', 10, 1),
      at('search fr', 1_000, 9),
      at('only small', 10, 1),
    ];
    expect(growthOf(outcomes, 10, 1_000)).toMatchObject([
      { what: 'list: growth from 10', tickets: 1_000, ratio: 2, aim: '<= 1.5 x at 10', isMet: false },
      { what: 'search fr: growth from 10', ratio: 9, isMet: null },
    ]);
  });
});
