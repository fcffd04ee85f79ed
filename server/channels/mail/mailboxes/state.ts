// How a mailbox is doing, from what the fetcher last wrote (P3).
import type { MailboxRow } from './mailbox.ts';
import type { Problem } from './tables.ts';

export type Seen = Pick<
  MailboxRow,
  'is_enabled' | 'imap' | 'problem' | 'last_fetched_at' | 'created_at' | 'send_failing_since'
>;

/** A mailbox is asked each minute at least, so five minutes of silence are a fault. */
const stillAfterMs = 5 * 60_000;

/** What keeps a mailbox from being fetched: what the fetcher wrote, or that nobody has fetched it for five minutes. */
export function problemOf(row: Seen, now: Date): Problem | null {
  if (!row.is_enabled || !row.imap) return null;
  if (row.problem) return row.problem;
  const lastSign = row.last_fetched_at ?? row.created_at;
  return now.getTime() - lastSign.getTime() > stillAfterMs ? { code: 'standing-still', detail: '' } : null;
}

/** ok, waiting (not fetched yet), failing, or off. Where mail is delivered to it, only sending can fail. */
export function stateOf(row: Seen, now: Date): 'ok' | 'waiting' | 'failing' | 'off' {
  if (!row.is_enabled) return 'off';
  if (problemOf(row, now) || row.send_failing_since) return 'failing';
  return row.imap && !row.last_fetched_at ? 'waiting' : 'ok';
}
