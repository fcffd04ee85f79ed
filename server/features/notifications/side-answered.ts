import { lastWriterIn } from '../../desk/messages/index.ts';
import type { Reaction } from '../../platform/events/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { addressWanting, eventHeard, ticketNow } from './wanted.ts';

/** Sends what a third party answered to the agent who has the ticket and to whoever wrote to them last. */
export const notifyOfSideAnswer: Reaction = {
  name: 'notify-of-side-answer',
  hears: ['message.side-answered'],
  imports: false,
  async run(ctx, { eventId, ticketId }) {
    const { messageId, sideId } = (await eventHeard(ctx, eventId))?.facts ?? {};
    if (typeof messageId !== 'string' || typeof sideId !== 'string') return;
    const ticket = await ticketNow(ctx, ticketId);
    const concerned = new Set([ticket?.assignee_id, await lastWriterIn(ctx, sideId)]);
    for (const agentId of concerned) {
      const recipient = agentId && (await addressWanting(ctx, agentId, 'customerReplied'));
      if (recipient)
        await queueDelivery(ctx, { purpose: 'side-answered', recipient, ticketId, messageId, eventId });
    }
  },
};
