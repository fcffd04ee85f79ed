// Looks at the outbox while a drill runs, and lets the waits between two tries pass as if hours had gone by: the queue's
// own time and the one that is written on the delivery are brought nearer, as an hour that passes brings them nearer.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface OutboxWatch {
  /** How many mails wait now. */
  waiting(): number;
  /** The longest that a mail has been seen waiting, in milliseconds. */
  longestAgeMs(): number;
  /** What each delivery said of itself while it waited for another try. */
  said: Map<string, Set<string>>;
  /** Waits until nothing waits, for at most `patienceMs`. Gives how many are left. */
  untilEmpty(patienceMs: number): Promise<number>;
  stop(): Promise<void>;
}

const everyMs = 200;

/** Starts to look. No wait between two tries is left longer than `longestWaitMs`. */
export async function watchOutbox(databaseUrl: string, longestWaitMs: number): Promise<OutboxWatch> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  const said = new Map<string, Set<string>>();
  let waiting = 0;
  let longestAgeMs = 0;
  let isOver = false;

  async function look(): Promise<void> {
    await client.query(
      `update graphile_worker._private_jobs set run_at = now() + $1 * interval '1 ms'
       where locked_at is null and run_at > now() + $1 * interval '1 ms'
         and task_id = (select id from graphile_worker._private_tasks where identifier = 'mail.send')`,
      [longestWaitMs],
    );
    await client.query(
      `update deliveries set next_try_at = now() + $1 * interval '1 ms'
       where state = 'deferred' and next_try_at > now() + $1 * interval '1 ms'`,
      [longestWaitMs],
    );
    const { rows } = await client.query<{ id: string; state: string; detail: string; age: number }>(
      `select id, state, detail, (extract(epoch from now() - created_at) * 1000)::float as age
       from deliveries where state in ('queued', 'sending', 'deferred')`,
    );
    waiting = rows.length;
    for (const { id, state, detail, age } of rows) {
      longestAgeMs = Math.max(longestAgeMs, age);
      if (state === 'deferred') said.set(id, (said.get(id) ?? new Set()).add(detail));
    }
  }

  await look();
  const looking = (async () => {
    while (!isOver) {
      await look();
      await pause(everyMs);
    }
  })();
  // Heard where the drill waits for it; until then it is no unhandled one.
  looking.catch(() => {});
  return {
    waiting: () => waiting,
    longestAgeMs: () => longestAgeMs,
    said,
    async untilEmpty(patienceMs) {
      const until = performance.now() + patienceMs;
      // Two looks in a row: a mail that tells of another one is queued a moment later.
      for (let empty = 0; empty < 3 && performance.now() < until; ) {
        await Promise.race([looking, pause(everyMs * 2)]);
        empty = waiting === 0 ? empty + 1 : 0;
      }
      return waiting;
    },
    async stop() {
      isOver = true;
      await looking.finally(() => client.end());
    },
  };
}
