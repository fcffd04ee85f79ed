import type { Ctx } from '../../platform/db/index.ts';
import type { Reaction } from '../../platform/events/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { addressWanting, eventHeard, ticketNow } from './wanted.ts';

/** Sends what the customer wrote to the agent who has the ticket (CHP-05), where they want that. */
export const notifyOfReply: Reaction = {
  name: 'notify-of-reply',
  hears: ['message.received'],
  imports: false,
  async run(ctx, { eventId, ticketId }) {
    const ticket = await ticketNow(ctx, ticketId);
    if (!ticket?.assignee_id) return;
    const recipient = await addressWanting(ctx, ticket.assignee_id, 'customerReplied');
    const messageId = (await eventHeard(ctx, eventId))?.facts.messageId;
    if (!recipient || typeof messageId !== 'string' || (await isInLoop(ctx, messageId))) return;
    await queueDelivery(ctx, { purpose: 'customer-replied', recipient, ticketId, messageId, eventId });
  },
};

/** Two desks that answer each other: the channel marked the message, and nobody is told any more (S9). */
async function isInLoop(ctx: Ctx, messageId: string): Promise<boolean> {
  const message = await ctx.tx
    .selectFrom('messages')
    .select('notices')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  return message?.notices.includes('loop-suspected') ?? false;
}
