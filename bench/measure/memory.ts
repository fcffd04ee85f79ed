import { setTimeout as pause } from 'node:timers/promises';
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Desk } from '../product/desk.ts';
import { type Memory, memoryOf, watchMemory } from '../product/memory.ts';

const settleMs = 10_000;
const loadMs = 10_000;
const people = 8;
const aimMegabytes = 200;

/** Memory with nothing to do, ten seconds after the start, and the peak while eight agents work without a pause. */
export async function measureMemory(desk: Desk, dataDir: string): Promise<Outcome[]> {
  await pause(settleMs);
  const idle = memoryOf(desk.program.pid, dataDir);
  const watch = watchMemory(desk.program.pid, dataDir);
  const until = performance.now() + loadMs;
  const agents = await Promise.all(Array.from({ length: people }, () => desk.connect()));
  await Promise.all(
    agents.map(async agent => {
      while (performance.now() < until) {
        const { body } = await agent.ask({ path: '/tickets?view=inbox' });
        const { number } = JSON.parse(body).tickets[Math.floor(Math.random() * 50)];
        for (const part of ['', '/messages', '/history'])
          await agent.ask({ path: `/tickets/${number}${part}` });
      }
      agent.close();
    }),
  );
  return [...lines(desk, 'idle', idle), ...lines(desk, 'eight busy agents', watch.stop())];
}

/** The lines of the table about one state; only the product's own process when idle has an aim. */
export function lines({ tickets }: Desk, state: string, memory: Memory): Outcome[] {
  const line = (name: string, megabytes: number, isAimed = false) =>
    outcomeOf(
      { what: `memory ${state}: ${name}`, tickets, unit: 'MB', p50: megabytes },
      isAimed ? { below: aimMegabytes } : null,
    );
  return [
    line('product', memory.product, state === 'idle'),
    line('mail readers', memory.readers),
    line('PostgreSQL', memory.postgres),
  ];
}
