// The automatic answer with the ticket's number: never to machines, never twice a day (RFC 3834, S9).
import type { Received } from '../../../desk/messages/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import type { Arrival } from './arrival.ts';
import { mailboxAt } from './recipients.ts';

const dayMs = 24 * 3600 * 1000;

/**
 * Queues the acknowledgement of a ticket that a mail has just opened, unless this address had one within 24 hours. Gives
 * 'sent', or why not.
 */
export async function acknowledge(
  ctx: Ctx,
  received: Received,
  { recipient, mailboxId }: { recipient: string | null; mailboxId: string | null },
): Promise<NonNullable<Arrival['acknowledgement']>> {
  if (!recipient) return 'no-address';
  if (!mailboxId) return 'no-mailbox';
  // A mailbox of any workspace would answer an answer.
  if (await mailboxAt(ctx.tx, recipient)) return 'own-address';
  const earlier = await ctx.tx
    .selectFrom('deliveries')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('recipient', '=', recipient.toLowerCase())
    .where('purpose', '=', 'acknowledgement')
    .where('created_at', '>', new Date(ctx.now.getTime() - dayMs))
    .executeTakeFirst();
  if (earlier) return 'had-one-today';
  const { ticketId, messageId, eventId } = received;
  const purpose = 'acknowledgement';
  await queueDelivery(ctx, { purpose, recipient, mailboxId, ticketId, messageId, eventId });
  return 'sent';
}
