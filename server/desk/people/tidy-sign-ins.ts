import './tables.ts';
import type { Database } from '../../platform/db/index.ts';

const dayMs = 24 * 3600_000;

/** Removes sessions and reset links that are over, and counts of attempts that no longer matter. */
export async function tidySignIns(database: Database): Promise<void> {
  await database.outside(async (tx, now) => {
    const yesterday = new Date(now.getTime() - dayMs);
    await tx.deleteFrom('sessions').where('expires_at', '<=', now).execute();
    await tx.deleteFrom('password_resets').where('expires_at', '<=', now).execute();
    await tx.deleteFrom('throttles').where('window_started_at', '<=', yesterday).execute();
  });
}
