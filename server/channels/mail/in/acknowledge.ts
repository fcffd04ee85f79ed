// The automatic answer with the ticket's number: never to machines, never twice a day (RFC 3834, S9).
import type { Received } from '../../../desk/messages/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import { mailboxAt } from './recipients.ts';

const dayMs = 24 * 3600 * 1000;
const loop = { mails: 20, withinMs: 10 * 60 * 1000 };

/** Queues the acknowledgement of a ticket that a mail has just opened, unless this address had one within 24 hours. */
export async function acknowledge(
  ctx: Ctx,
  received: Received,
  to: { recipient: string; mailboxId: string },
): Promise<void> {
  // A mailbox of any workspace would answer an answer.
  if (await mailboxAt(ctx.tx, to.recipient)) return;
  const earlier = await ctx.tx
    .selectFrom('deliveries')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('recipient', '=', to.recipient.toLowerCase())
    .where('purpose', '=', 'acknowledgement')
    .where('created_at', '>', new Date(ctx.now.getTime() - dayMs))
    .executeTakeFirst();
  if (earlier) return;
  const { ticketId, messageId, eventId } = received;
  await queueDelivery(ctx, { purpose: 'acknowledgement', ...to, ticketId, messageId, eventId });
}

/**
 * Whether a ticket gets so much mail that two machines must be talking: more than 20 within 10 minutes (S9). Mail is
 * still taken in then, but nothing automatic is sent about it.
 */
export async function isLoopSuspected(ctx: Ctx, ticketId: string): Promise<boolean> {
  const { count } = await ctx.tx
    .selectFrom('messages')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('author_type', '=', 'contact')
    .where('at', '>', new Date(ctx.now.getTime() - loop.withinMs))
    .executeTakeFirstOrThrow();
  return count > loop.mails;
}
