// Measuring two things side by side: in turn, the one that goes first changing each time, so that both meet the same
// machine, the same caches and the same neighbours.
import { setTimeout as pause } from 'node:timers/promises';

export interface Times {
  p50: number;
  p95: number;
}

export interface Rounds {
  rounds: number;
  warmUp: number;
  /** Milliseconds to wait after each round, for what the product still does about it. */
  restMs?: number;
}

/** What is far slower than it should be is known to be so after this many samples and seconds. */
const enough = { samples: 10, seconds: 20 };

/** Runs both up to `rounds` times after a warm-up, with the number of the round. Gives their times in milliseconds. */
export async function compare(
  product: (round: number) => Promise<unknown>,
  floor: (round: number) => Promise<unknown>,
  { rounds, warmUp, restMs = 0 }: Rounds,
): Promise<Times & { floor: Times }> {
  const taken = { product: [] as number[], floor: [] as number[] };
  const begunAt = performance.now();
  for (let round = 0; round < warmUp + rounds; round++) {
    const isLong = performance.now() - begunAt > enough.seconds * 1000;
    if (isLong && taken.product.length >= enough.samples) break;
    const both = [
      ['product', product],
      ['floor', floor],
    ] as const;
    for (const [name, run] of round % 2 ? both : both.toReversed()) {
      const startedAt = performance.now();
      await run(round);
      if (round >= warmUp) taken[name].push(performance.now() - startedAt);
      if (restMs) await pause(restMs);
    }
  }
  return { ...timesOf(taken.product), floor: timesOf(taken.floor) };
}

/** Median and 95th percentile (nearest rank). */
export function timesOf(samples: number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
