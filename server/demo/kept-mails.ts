// Nothing of the demo is ever mailed, whatever SMTP_URL says: its mails are kept in the very transaction that writes them,
// so that the queued jobs find nothing to send.
import type { Received } from '../desk/messages/index.ts';
import type { Ctx } from '../platform/db/index.ts';
import { queueDelivery, settleDelivery } from '../platform/outbox/index.ts';

/** Marks the mails about a ticket that wait for sending as kept. */
export async function keepMails(ctx: Ctx, ticketId: string): Promise<void> {
  const waiting = await ctx.tx
    .selectFrom('deliveries')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'queued')
    .execute();
  for (const { id } of waiting) await settleDelivery(ctx, id, { state: 'kept', detail: '' });
}

/**
 * Gives the assignee the news of a customer's message that a reaction would mail them later: an event tells everybody
 * once, so that the reaction then adds nothing that could be sent.
 */
export async function keepNews(ctx: Ctx, received: Received, assigneeEmail: string): Promise<void> {
  const { ticketId, messageId, eventId } = received;
  const id = await queueDelivery(ctx, {
    purpose: 'customer-replied',
    recipient: assigneeEmail,
    ticketId,
    messageId,
    eventId,
  });
  if (id) await settleDelivery(ctx, id, { state: 'kept', detail: '' });
}
