// A mail that did not arrive goes out again: to the same address, or elsewhere. It stays the same message.
import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, notFound } from '../../platform/errors/index.ts';
import { type DeliveryRow, queueDelivery, retryDelivery } from '../../platform/outbox/index.ts';
import { allowParticipant, changeTicket, type Ticket } from '../tickets/index.ts';
import { messageById } from './conversation.ts';
import { recipientsOf } from './recipients.ts';

const written = ['reply', 'opening', 'side'];

/** Tries a delivery again now. @throws NotFound where there is none to be tried */
export async function sendAgain(ctx: Ctx, deliveryId: string): Promise<void> {
  const delivery = await retryDelivery(ctx, deliveryId);
  if (!delivery?.ticket_id) throw notFound();
  await tell(ctx, delivery, 'delivery.retried');
}

/**
 * Sends the message of a delivery that did not arrive to another address as well, which may answer from then on.
 * @throws NotFound where it did arrive or may not be seen, Invalid recipient-is-mailbox, Conflict sent-there-already
 */
export async function sendElsewhere(ctx: Ctx, deliveryId: string, address: string): Promise<void> {
  const delivery = await lostDelivery(ctx, deliveryId);
  const { ticket_id: ticketId, message_id: messageId, purpose } = delivery;
  const to = [address];
  const own = { id: ticketId!, requester_email: null };
  const [recipient] = (await recipientsOf(ctx, own, { to, cc: [], bcc: [] })).to;
  const known = await ctx.tx
    .selectFrom('deliveries')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('message_id', '=', messageId)
    .where('recipient', '=', recipient!)
    .where('state', 'not in', ['failed', 'bounced'])
    .executeTakeFirst();
  if (known) throw conflict('sent-there-already');
  await tell(ctx, delivery, 'delivery.redirected');
  // A third party belongs to the side conversation and never to the ticket.
  if (purpose !== 'side') await allowParticipant(ctx, ticketId!, recipient!);
  const { mailbox_id: mailboxId } = delivery;
  await queueDelivery(ctx, {
    purpose: purpose as 'reply' | 'opening' | 'side',
    recipient: recipient!,
    ticketId,
    messageId,
    mailboxId,
  });
}

async function lostDelivery(ctx: Ctx, id: string): Promise<DeliveryRow> {
  const row = await ctx.tx
    .selectFrom('deliveries')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('purpose', 'in', written)
    .where('state', 'in', ['failed', 'bounced'])
    .executeTakeFirst();
  if (!row?.ticket_id || !row.message_id) throw notFound();
  await messageById(ctx, row.message_id);
  return row;
}

/** History tells it. A ticket that stands open because of this mail alone waits for the customer again. */
async function tell(
  ctx: Ctx,
  delivery: DeliveryRow,
  kind: 'delivery.retried' | 'delivery.redirected',
): Promise<void> {
  const { id: deliveryId, ticket_id: ticketId, message_id: messageId, purpose } = delivery;
  const isAnswer = (purpose === 'reply' || purpose === 'opening') && messageId !== null;
  const isAnswered =
    isAnswer && (await hasReopened(ctx, delivery)) && !(await hasNewer(ctx, ticketId!, messageId));
  await changeTicket(ctx, ticketId!, before => ({
    kind,
    facts: { deliveryId },
    ...(isAnswered && { set: waitingAgain(before) }),
  }));
}

function waitingAgain(before: Ticket): { status?: 'pending'; waiting_since?: null } {
  return before.status === 'open' ? { status: 'pending', waiting_since: null } : {};
}

/** Whether the loss of a mail has reopened its ticket. */
async function hasReopened(ctx: Ctx, { id, ticket_id }: DeliveryRow): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('events')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticket_id)
    .where('kind', 'in', ['delivery.failed', 'delivery.bounced'])
    .where(sql<boolean>`facts ->> 'deliveryId' = ${id} and changes ? 'status'`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the customer has written since a message. */
async function hasNewer(ctx: Ctx, ticketId: string, messageId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'public')
    .where('author_type', '=', 'contact')
    .where('id', '>', messageId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
