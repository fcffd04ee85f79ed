import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';

/** The words of a ticket's resolution, by which search finds the ticket (ZOH-06); '' without one. */
export async function wordsOfResolution(ctx: Ctx, ticketId: string): Promise<string> {
  const row = await ctx.tx
    .selectFrom('resolutions')
    .select('text')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row?.text ?? '';
}
