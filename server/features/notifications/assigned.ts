import type { Reaction } from '../../platform/events/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { addressWanting, eventHeard, ticketNow } from './wanted.ts';

/**
 * Tells an agent by mail that a ticket is theirs (LUM-31), unless they took it themselves or do not want to know. When
 * the ticket went on to somebody else meanwhile, that later event tells the right one.
 */
export const notifyAssignee: Reaction = {
  name: 'notify-assignee',
  hears: ['ticket.opened', 'ticket.assigned'],
  imports: false,
  async run(ctx, { eventId, ticketId }) {
    const event = await eventHeard(ctx, eventId);
    const assigneeId = event?.changes.assigneeId?.[1];
    if (typeof assigneeId !== 'string' || event?.actor_id === assigneeId) return;
    const ticket = await ticketNow(ctx, ticketId);
    if (ticket?.assignee_id !== assigneeId) return;
    const recipient = await addressWanting(ctx, assigneeId, 'assigned');
    if (recipient) await queueDelivery(ctx, { purpose: 'assignment', recipient, ticketId, eventId });
  },
};
