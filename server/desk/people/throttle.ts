// Attempts are counted in windows that start with the first one: whoever tries too often waits, nobody is locked out.
import './tables.ts';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';

export interface Limit {
  key: string;
  /** Attempts that one window allows. */
  most: number;
  minutes: number;
}

/** Counts one attempt against every limit, in the order given (always the same one). Gives the seconds to wait, or 0 when none is passed. */
export async function countAttempt(tx: Db, now: Date, limits: Limit[]): Promise<number> {
  let waitSeconds = 0;
  for (const { key, most, minutes } of limits) {
    const windowMs = minutes * 60_000;
    const isOver = sql<boolean>`throttles.window_started_at <= ${new Date(now.getTime() - windowMs)}::timestamptz`;
    const row = await tx
      .insertInto('throttles')
      .values({ key, window_started_at: now, attempts: 1 })
      .onConflict(conflict =>
        conflict.column('key').doUpdateSet({
          attempts: sql<number>`case when ${isOver} then 1 else throttles.attempts + 1 end`,
          window_started_at: sql<Date>`case when ${isOver} then excluded.window_started_at else throttles.window_started_at end`,
        }),
      )
      .returning(['attempts', 'window_started_at'])
      .executeTakeFirstOrThrow();
    if (row.attempts > most) {
      const endsAt = row.window_started_at.getTime() + windowMs;
      waitSeconds = Math.max(waitSeconds, 1, Math.ceil((endsAt - now.getTime()) / 1000));
    }
  }
  return waitSeconds;
}

/** Takes back one attempt that turned out to be rightful. */
export async function takeBackAttempt(tx: Db, key: string): Promise<void> {
  await tx
    .updateTable('throttles')
    .set({ attempts: sql<number>`greatest(attempts - 1, 0)` })
    .where('key', '=', key)
    .execute();
}

/** Forgets what was counted under a key. */
export async function clearAttempts(tx: Db, key: string): Promise<void> {
  await tx.deleteFrom('throttles').where('key', '=', key).execute();
}
