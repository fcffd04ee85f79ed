// Postponing (D-01, LIV-12): a ticket stands aside until a date, or until the customer writes (messages room), and then is
// what it was before.
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, invalid } from '../../platform/errors/index.ts';
import { refuseLocked, statusAfterCustomer } from './status.ts';
import type { Ticket } from './tables.ts';
import { changeTicket } from './ticket.ts';

/** A ticket is not put out of sight for longer, in days. */
export const postponedAtMostDays = 730;

/**
 * Postpones a ticket, or moves the date of one that is postponed.
 * @throws NotFound; Invalid postponed-to-past or postponed-too-far; Conflict ticket-locked, or ticket-not-active for a
 * solved one
 */
export async function postpone(ctx: Ctx, ticketId: string, until: Date): Promise<void> {
  await changeTicket(ctx, ticketId, ticket => {
    const days = (until.getTime() - ctx.now.getTime()) / (24 * 3600_000);
    if (days <= 0) throw invalid('postponed-to-past', { fields: { until: 'past' } });
    if (days > postponedAtMostDays) throw invalid('postponed-too-far', { fields: { until: 'too_big' } });
    refuseLocked(ticket);
    if (!['new', 'open', 'pending', 'on_hold'].includes(ticket.status)) throw conflict('ticket-not-active');
    if (ticket.postponed_until?.getTime() === until.getTime()) return null;
    const set = {
      status: 'on_hold',
      postponed_until: until,
      status_before_hold: statusAfterHold(ticket),
    } as const;
    return { kind: 'ticket.postponed', facts: {}, set };
  });
}

/** Brings a postponed ticket back before its time; another one stays as it is. @throws NotFound */
export async function wake(ctx: Ctx, ticketId: string): Promise<void> {
  await wakeFor(ctx, ticketId, 'by-hand');
}

/** Clock: brings back what was postponed until now, a batch at a time. Gives how many. */
export async function wakePostponed(ctx: Ctx, limit = 200): Promise<number> {
  const due = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('status', '=', 'on_hold')
    .where('postponed_until', '<=', ctx.now)
    .orderBy('postponed_until')
    .limit(limit)
    // Another process's clock takes those that are left; each ticket comes back once.
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id } of due) await wakeFor(ctx, id, 'due');
  return due.length;
}

async function wakeFor(ctx: Ctx, ticketId: string, reason: 'due' | 'by-hand'): Promise<void> {
  await changeTicket(ctx, ticketId, ticket =>
    ticket.status === 'on_hold'
      ? { kind: 'ticket.woken', facts: { reason }, set: { status: statusAfterHold(ticket) } }
      : null,
  );
}

/** What a ticket comes back to: the status that it had when it was postponed. */
function statusAfterHold(ticket: Ticket): 'new' | 'open' | 'pending' {
  const before = ticket.status === 'on_hold' ? ticket.status_before_hold : ticket.status;
  return (before ?? statusAfterCustomer(ticket)) as 'new' | 'open' | 'pending';
}
