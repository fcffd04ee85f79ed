import { unansweredStatuses } from '../../../contract/fields.ts';
import type { Ticket } from './tables.ts';

/** Behind every ticket that waits; milliseconds far in the future. */
const behindAll = 100_000_000_000_000;

/** Since when the customer waits for us; null when it is not our turn (D-10). */
export function waitingSince(ticket: Pick<Ticket, 'status' | 'waiting_since'>): Date | null {
  return (unansweredStatuses as readonly string[]).includes(ticket.status) ? ticket.waiting_since : null;
}

/**
 * A ticket's place in the default order as one rising number, so that one index serves it: tickets that wait for us
 * first, the longest waiting first (LIV-18); then the others, the most recently active first.
 */
export function queueRank(ticket: Pick<Ticket, 'status' | 'waiting_since' | 'last_message_at'>): number {
  const since = waitingSince(ticket);
  return since ? since.getTime() : behindAll - ticket.last_message_at.getTime();
}
