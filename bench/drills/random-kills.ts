import { setTimeout as pause } from 'node:timers/promises';
import type { Desk } from '../../e2e/support/desk.ts';

export interface Kill {
  /** What was under way when it happened, by the drill's own measure. */
  inFlight: number;
  /** Milliseconds until the desk was ready again. */
  downMs: number;
}

const everyMs = { from: 500, to: 3_000 };

/** Kills and starts the desk again, at random moments, until `done` resolves. */
export async function killUntil(desk: Desk, done: Promise<void>, inFlight: () => number): Promise<Kill[]> {
  const kills: Kill[] = [];
  let isDone = false;
  const end = done.then(() => {
    isDone = true;
  });
  for (;;) {
    await Promise.race([end, pause(everyMs.from + Math.random() * (everyMs.to - everyMs.from))]);
    if (isDone) return kills;
    const killedAt = performance.now();
    const under = inFlight();
    await desk.kill('SIGKILL');
    await desk.restart();
    kills.push({ inFlight: under, downMs: performance.now() - killedAt });
  }
}

/** How often, with how much in flight, and how long it took to come back: one line. */
export function tellKills(kills: Kill[]): string {
  const downtimes = kills.map(kill => kill.downMs).sort((a, b) => a - b);
  const [median = 0, longest = 0] = [downtimes[downtimes.length >> 1], downtimes.at(-1)];
  const inFlight = kills.reduce((sum, kill) => sum + kill.inFlight, 0);
  const back = `ready again after ${Math.round(median)} ms (median), ${Math.round(longest)} ms (longest)`;
  return `kills: ${kills.length}, with ${inFlight} mails in flight; ${back}`;
}
