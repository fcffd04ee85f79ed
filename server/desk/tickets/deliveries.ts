import type { Ctx } from '../../platform/db/index.ts';
import { changeTicket } from './ticket.ts';

/** Records what became of a mail about a ticket; History tells it (ZOH-02b). */
export async function noteDelivery(
  ctx: Ctx,
  outcome: {
    ticketId: string;
    deliveryId: string;
    purpose: string;
    kind: 'delivery.accepted' | 'delivery.kept' | 'delivery.failed';
  },
): Promise<void> {
  const { ticketId, kind, deliveryId, purpose } = outcome;
  await changeTicket(ctx, ticketId, () => ({ kind, facts: { deliveryId, purpose } }));
}
