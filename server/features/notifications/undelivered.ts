import type { Ctx } from '../../platform/db/index.ts';
import type { Reaction } from '../../platform/events/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { eventHeard, ticketNow } from './wanted.ts';

/** Written by agents to people: what the desk sends by itself is nobody's to worry about. */
const written = ['reply', 'opening', 'resolution', 'side'];

/**
 * Tells whoever has the ticket, or else whoever wrote it, that a mail did not arrive. It is no matter of taste like other
 * notices: they believe that the customer has an answer.
 */
export const notifyOfUndelivered: Reaction = {
  name: 'notify-of-undelivered',
  hears: ['delivery.failed', 'delivery.bounced'],
  imports: false,
  async run(ctx, { eventId, ticketId }) {
    const { deliveryId, purpose } = (await eventHeard(ctx, eventId))?.facts ?? {};
    if (typeof deliveryId !== 'string' || !written.includes(String(purpose))) return;
    const lost = await lostDelivery(ctx, deliveryId);
    // Sent anew, or elsewhere, meanwhile.
    if (!lost) return;
    const assigneeId = (await ticketNow(ctx, ticketId))?.assignee_id;
    const recipient =
      (assigneeId && (await addressOf(ctx, assigneeId))) ||
      (lost.authorId && (await addressOf(ctx, lost.authorId)));
    if (!recipient) return;
    const { messageId } = lost;
    const content = { recipient: lost.recipient };
    await queueDelivery(ctx, { purpose: 'undelivered', recipient, ticketId, messageId, eventId, content });
  },
};

async function lostDelivery(ctx: Ctx, id: string) {
  return ctx.tx
    .selectFrom('deliveries')
    .leftJoin('messages', join =>
      join
        .onRef('messages.workspace_id', '=', 'deliveries.workspace_id')
        .onRef('messages.id', '=', 'deliveries.message_id'),
    )
    .select(['deliveries.recipient', 'deliveries.message_id as messageId', 'messages.author_id as authorId'])
    .where('deliveries.workspace_id', '=', ctx.workspaceId)
    .where('deliveries.id', '=', id)
    .where('deliveries.state', 'in', ['failed', 'bounced'])
    .executeTakeFirst();
}

async function addressOf(ctx: Ctx, agentId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('agents')
    .select('email')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', agentId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.email;
}
