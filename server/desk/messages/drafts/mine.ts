import { sql } from 'kysely';
import type { Reply } from '../../../../contract/route.ts';
import type { draftRoutes } from '../../../../contract/routes/drafts.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { withinReach } from '../../tickets/index.ts';
import { previewOf, textOf } from '../text.ts';

/** All drafts of the agent at hand, the last written first: so that nothing that was written is forgotten. */
export async function myDrafts(ctx: Ctx): Promise<Reply<typeof draftRoutes.mine>['drafts']> {
  const rows = await ctx.tx
    .selectFrom('drafts')
    .leftJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'drafts.workspace_id')
        .onRef('tickets.id', '=', 'drafts.ticket_id')
        .on(withinReach(ctx)),
    )
    .select(['drafts.id', 'drafts.mode', 'drafts.saved_at', 'drafts.content'])
    .select(['tickets.id as ticketId', 'tickets.number', 'tickets.subject'])
    .select(
      sql<string[]>`array(select s.agent_id from draft_shares s where s.workspace_id = drafts.workspace_id
        and s.draft_id = drafts.id and s.state = 'asked' order by s.at)`.as('askedBy'),
    )
    .where('drafts.workspace_id', '=', ctx.workspaceId)
    .where('drafts.agent_id', '=', ctx.actor.id)
    .orderBy('drafts.saved_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(row => ({
    id: row.id,
    mode: row.mode,
    savedAt: row.saved_at.toISOString(),
    preview: previewOf(textOf(row.content.html)),
    subject: row.subject ?? row.content.subject ?? '',
    ticket: row.ticketId && row.number ? { id: row.ticketId, number: row.number } : null,
    askedBy: row.askedBy,
  }));
}
