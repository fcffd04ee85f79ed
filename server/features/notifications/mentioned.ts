import { mentionedIn } from '../../desk/messages/index.ts';
import { agentById } from '../../desk/people/index.ts';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import type { Reaction } from '../../platform/events/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { addressWanting, eventHeard } from './wanted.ts';

/**
 * Tells teammates by mail that a note calls them by name. The mail says that there is a note, never what it says; it
 * goes to nobody who may not see the ticket, and not to whoever wrote the note.
 */
export const notifyMentioned: Reaction = {
  name: 'notify-mentioned',
  hears: ['message.noted'],
  imports: false,
  async run(ctx, { eventId, ticketId }) {
    const event = await eventHeard(ctx, eventId);
    const messageId = event?.facts.messageId;
    if (typeof messageId !== 'string') return;
    for (const agentId of await mentionedBy(ctx, messageId)) {
      if (agentId === event?.actor_id) continue;
      const recipient = await addressWanting(ctx, agentId, 'mentioned');
      if (recipient && (await maySee(ctx, agentId, ticketId)))
        await queueDelivery(ctx, { purpose: 'mention', recipient, ticketId, messageId, eventId });
    }
  },
};

async function mentionedBy(ctx: Ctx, messageId: string): Promise<string[]> {
  const note = await ctx.tx
    .selectFrom('messages')
    .select('html')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', messageId)
    .where('kind', '=', 'note')
    .executeTakeFirst();
  return mentionedIn(note?.html ?? '');
}

async function maySee(ctx: Ctx, agentId: string, ticketId: string): Promise<boolean> {
  const { folderIds } = await agentById(ctx, agentId);
  const asThey = { ...ctx, actor: { ...ctx.actor, id: agentId }, onlyFolders: folderIds };
  const row = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .where(withinReach(asThey))
    .executeTakeFirst();
  return row !== undefined;
}
