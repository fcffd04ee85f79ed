// What an agent has read: a signal, not an event.
import type { Ctx } from '../../platform/db/index.ts';

/** Marks a ticket as read up to now, or as unread, by the agent at hand. */
export async function markRead(ctx: Ctx, ticketId: string, isRead: boolean): Promise<void> {
  const mine = { workspace_id: ctx.workspaceId, agent_id: ctx.actor.id!, ticket_id: ticketId };
  if (isRead) {
    await ctx.tx
      .insertInto('ticket_reads')
      .values({ ...mine, read_at: ctx.now })
      .onConflict(conflict =>
        conflict.columns(['workspace_id', 'agent_id', 'ticket_id']).doUpdateSet({ read_at: ctx.now }),
      )
      .execute();
    return;
  }
  await ctx.tx
    .deleteFrom('ticket_reads')
    .where('workspace_id', '=', mine.workspace_id)
    .where('agent_id', '=', mine.agent_id)
    .where('ticket_id', '=', ticketId)
    .execute();
}
