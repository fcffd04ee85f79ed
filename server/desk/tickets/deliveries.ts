import type { Ctx } from '../../platform/db/index.ts';
import type { Ticket } from './tables.ts';
import { type Changeable, changeTicket } from './ticket.ts';

/**
 * Records what became of a mail about a ticket; History tells it (ZOH-02b). With `reopens` the customer has not got an
 * answer that everybody thinks they have: a ticket that waits or is solved stands open again.
 */
export async function noteDelivery(
  ctx: Ctx,
  outcome: {
    ticketId: string;
    deliveryId: string;
    purpose: string;
    kind: `delivery.${'accepted' | 'kept' | 'failed' | 'delayed' | 'bounced'}`;
    reopens?: boolean;
  },
): Promise<void> {
  const { ticketId, kind, deliveryId, purpose, reopens } = outcome;
  await changeTicket(ctx, ticketId, before => ({
    kind,
    facts: { deliveryId, purpose },
    ...(reopens && { set: openAgain(ctx, before) }),
  }));
}

function openAgain(ctx: Ctx, before: Ticket): Partial<Changeable> {
  if (!['pending', 'resolved', 'on_hold'].includes(before.status)) return {};
  return { status: 'open', resolved_at: null, waiting_since: before.waiting_since ?? ctx.now };
}
