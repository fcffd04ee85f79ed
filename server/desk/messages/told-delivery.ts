// What became of a mail about a ticket. Whether an answer did not arrive is judged here: only what was written to the
// customer openly counts, not a copy and not what the desk sends by itself.
import type { Ctx } from '../../platform/db/index.ts';
import type { DeliveryRow } from '../../platform/outbox/index.ts';
import { noteDelivery } from '../tickets/index.ts';

const answers = ['reply', 'opening', 'resolution'];

/** Tells the ticket of a delivery what became of it. A delivery without a ticket is nobody's matter here. */
export async function tellDelivery(
  ctx: Ctx,
  delivery: Pick<DeliveryRow, 'id' | 'ticket_id' | 'message_id' | 'purpose' | 'recipient'>,
  kind: Parameters<typeof noteDelivery>[1]['kind'],
): Promise<void> {
  const { id: deliveryId, ticket_id: ticketId, purpose } = delivery;
  if (!ticketId) return;
  const isLost = kind === 'delivery.failed' || kind === 'delivery.bounced';
  const reopens = isLost && answers.includes(purpose) && !(await isCopy(ctx, delivery));
  await noteDelivery(ctx, { ticketId, deliveryId, purpose, kind, reopens });
}

async function isCopy(
  ctx: Ctx,
  { message_id, recipient }: Pick<DeliveryRow, 'message_id' | 'recipient'>,
): Promise<boolean> {
  if (!message_id) return false;
  const row = await ctx.tx
    .selectFrom('messages')
    .select('recipients')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', message_id)
    .executeTakeFirst();
  const { cc = [], bcc = [] } = row?.recipients ?? {};
  return [...cc, ...bcc].some(address => address.toLowerCase() === recipient);
}
