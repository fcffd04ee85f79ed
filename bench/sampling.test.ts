import { expect, it } from 'vitest';
import { compare, timesOf } from './sampling.ts';

it('takes the median and the 95th percentile by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(timesOf(hundred)).toEqual({ p50: 50, p95: 95 });
  expect(timesOf([7])).toEqual({ p50: 7, p95: 7 });
});

it('runs both in turn, each first every second round, and leaves the warm-up out', async () => {
  const ran: string[] = [];
  const note = (name: string) => async (round: number) => void ran.push(`${name}${round}`);
  const { p50, floor } = await compare(note('p'), note('f'), { rounds: 2, warmUp: 1 });
  expect(ran).toEqual(['f0', 'p0', 'p1', 'f1', 'f2', 'p2']);
  expect(p50).toBeGreaterThanOrEqual(0);
  expect(floor.p50).toBeGreaterThanOrEqual(0);
});
