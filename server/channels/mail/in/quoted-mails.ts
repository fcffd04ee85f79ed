import type { Ctx } from '../../../platform/db/index.ts';

const mostIds = 20;

/** The number of the ticket that has a message under one of these Message-IDs, the first of them first; null without. */
export async function ticketOfMessageIds(ctx: Ctx, ids: (string | null)[]): Promise<number | null> {
  const wanted = ids.filter(id => id !== null && id !== '').slice(0, mostIds) as string[];
  if (wanted.length === 0) return null;
  const rows = await ctx.tx
    .selectFrom('messages')
    .innerJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'messages.workspace_id')
        .onRef('tickets.id', '=', 'messages.ticket_id'),
    )
    .select(['messages.message_id', 'tickets.number'])
    .where('messages.workspace_id', '=', ctx.workspaceId)
    .where('messages.message_id', 'in', wanted)
    .limit(mostIds)
    .execute();
  const first = wanted.find(id => rows.some(row => row.message_id === id));
  return rows.find(row => row.message_id === first)?.number ?? null;
}
