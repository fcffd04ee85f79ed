import type { Reaction } from '../../platform/events/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { addressWanting, eventHeard, ticketNow } from './wanted.ts';

/**
 * Tells an agent by mail that a ticket was escalated to them, unless they did it themselves or want no mails about
 * tickets that they are given. An escalation that has ended or gone on meanwhile is not told.
 */
export const notifyEscalation: Reaction = {
  name: 'notify-escalation',
  hears: ['ticket.escalated'],
  imports: false,
  async run(ctx, { eventId, ticketId }) {
    const event = await eventHeard(ctx, eventId);
    const agentId = event?.changes.escalatedTo?.[1] ?? (await ticketNow(ctx, ticketId))?.escalated_to;
    if (typeof agentId !== 'string' || event?.actor_id === agentId) return;
    const ticket = await ticketNow(ctx, ticketId);
    if (ticket?.escalated_to !== agentId) return;
    const recipient = await addressWanting(ctx, agentId, 'assigned');
    if (recipient) await queueDelivery(ctx, { purpose: 'escalation', recipient, ticketId, eventId });
  },
};
