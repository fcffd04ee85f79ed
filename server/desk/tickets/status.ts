// D-01: a small fixed machine of categories. What customers and agents write moves it by itself (messages room); here
// is what agents and the clock set by hand.
import { isLocked, type Status, type settableStatuses, solvedStatuses } from '../../../contract/fields.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict } from '../../platform/errors/index.ts';
import type { Ticket } from './tables.ts';
import { type Changeable, changeTicket } from './ticket.ts';

export type SettableStatus = (typeof settableStatuses)[number];

/** Whether a ticket counts as solved (shown as closed: LUM-05). */
export function isSolved(status: Status): boolean {
  return (solvedStatuses as readonly Status[]).includes(status);
}

/** After a customer's message: still new while no agent has replied, else open (LUM-02, LUM-04). */
export function statusAfterCustomer(ticket: Pick<Ticket, 'first_replied_at'>): Status {
  return ticket.first_replied_at ? 'open' : 'new';
}

/** What setting a status changes on the row. Solving ends the wait; reopening starts from what is unanswered. */
export function settingStatus(status: SettableStatus, now: Date): Partial<Changeable> {
  if (status === 'resolved') return { status, resolved_at: now, waiting_since: null };
  return { status, resolved_at: null };
}

/**
 * Sets the status by hand. Nothing happens when it is the same already. A ticket that an agent has answered cannot be
 * new again, and one that nobody has answered stays new instead of open (LUM-02).
 * @throws Conflict ticket-locked when it is closed for good
 */
export async function setStatus(ctx: Ctx, ticketId: string, wanted: SettableStatus): Promise<void> {
  await changeTicket(ctx, ticketId, ticket => {
    refuseLocked(ticket);
    const status =
      wanted === 'new' || wanted === 'open' ? (statusAfterCustomer(ticket) as SettableStatus) : wanted;
    if (ticket.status === status) return null;
    const kind =
      status === 'resolved'
        ? 'ticket.solved'
        : isSolved(ticket.status)
          ? 'ticket.reopened'
          : 'ticket.status-set';
    return { kind, facts: {}, set: settingStatus(status, ctx.now) };
  });
}

/** @throws Conflict ticket-locked for a ticket that is closed for good or merged into another */
export function refuseLocked(ticket: Pick<Ticket, 'status'>): void {
  if (isLocked(ticket.status)) throw conflict('ticket-locked');
}

/** Days after which a solved ticket is closed for good; until then a reply reopens it (D-01). */
export const closesAfterDays = 7;

/** Clock: closes for good what has been solved for `closesAfterDays`, a batch at a time. Gives how many. */
export async function closeSolved(ctx: Ctx, limit = 200): Promise<number> {
  const due = new Date(ctx.now.getTime() - closesAfterDays * 24 * 3600 * 1000);
  const rows = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('status', '=', 'resolved')
    .where('resolved_at', '<', due)
    .orderBy('resolved_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of rows) {
    await changeTicket(ctx, row.id, () => ({
      kind: 'ticket.closed',
      facts: { reason: 'solved-long-ago' },
      set: { status: 'closed' },
    }));
  }
  return rows.length;
}

/** Closes a ticket that came with an archive: nothing waits in it any more, and what comes for it opens a follow-up. */
export async function closeImported(ctx: Ctx, ticketId: string): Promise<void> {
  await changeTicket(ctx, ticketId, ticket => {
    if (isLocked(ticket.status)) return null;
    return {
      kind: 'ticket.closed',
      facts: { reason: 'imported' },
      set: {
        status: 'closed',
        waiting_since: null,
        resolved_at: ticket.resolved_at ?? ticket.last_message_at,
      },
    };
  });
}
