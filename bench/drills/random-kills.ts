import { setTimeout as pause } from 'node:timers/promises';
import type { Desk } from '../../e2e/support/desk.ts';

export interface Kill {
  /** What the drill counted as under way when it happened. */
  underWay: number;
  /** Milliseconds until the desk was ready again. */
  downMs: number;
}

const everyMs = { from: 500, to: 3_000 };

/** Kills and starts the desk again, at random moments, until `done` resolves. */
export async function killUntil(desk: Desk, done: Promise<void>, count: () => number): Promise<Kill[]> {
  const kills: Kill[] = [];
  let isDone = false;
  const end = done.then(() => {
    isDone = true;
  });
  for (;;) {
    await Promise.race([end, pause(everyMs.from + Math.random() * (everyMs.to - everyMs.from))]);
    if (isDone) return kills;
    const killedAt = performance.now();
    const underWay = count();
    await desk.kill('SIGKILL');
    await desk.restart();
    kills.push({ underWay, downMs: performance.now() - killedAt });
  }
}

/** How often, and how long it took to come back: one line. */
export function tellKills(kills: Kill[]): string {
  const downtimes = kills.map(kill => kill.downMs).sort((a, b) => a - b);
  const [median = 0, longest = 0] = [downtimes[downtimes.length >> 1], downtimes.at(-1)];
  const back = `ready again after ${Math.round(median)} ms (median), ${Math.round(longest)} ms (longest)`;
  return `kills: ${kills.length}; ${back}`;
}
