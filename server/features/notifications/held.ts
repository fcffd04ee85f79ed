import type { Ctx } from '../../platform/db/index.ts';
import type { Reaction } from '../../platform/events/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { eventHeard } from './wanted.ts';

/**
 * Tells an agent that a reply of theirs did not leave. It is no matter of taste like the other notices: they believe that
 * the customer has an answer. Nothing is said when it has been dealt with meanwhile.
 */
export const notifyOfHold: Reaction = {
  name: 'notify-of-hold',
  hears: ['message.held'],
  imports: false,
  async run(ctx, { eventId, ticketId }) {
    const outgoingId = (await eventHeard(ctx, eventId))?.facts.outgoingId;
    const recipient = typeof outgoingId === 'string' ? await authorOfHeld(ctx, outgoingId) : undefined;
    if (recipient) await queueDelivery(ctx, { purpose: 'reply-held', recipient, ticketId, eventId });
  },
};

async function authorOfHeld(ctx: Ctx, outgoingId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('outgoing')
    .innerJoin('agents', join =>
      join
        .onRef('agents.workspace_id', '=', 'outgoing.workspace_id')
        .onRef('agents.id', '=', 'outgoing.author_id'),
    )
    .select('agents.email')
    .where('outgoing.workspace_id', '=', ctx.workspaceId)
    .where('outgoing.id', '=', outgoingId)
    .where('outgoing.state', '=', 'held')
    .where('agents.disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.email;
}
