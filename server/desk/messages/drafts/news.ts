import type { DraftNews } from '../../../../contract/live.ts';
import { afterCommit, type Ctx, type Database } from '../../../platform/db/index.ts';
import { busOf } from '../../../platform/live/index.ts';
import type { DraftRow } from './tables.ts';

/**
 * Tells the author's other tabs what became of a draft, once it is committed: `version` 0 when it is gone. With
 * `isForTeam`, also teammates who have the ticket open, and those in `also`.
 */
export function tellDraft(
  ctx: Ctx,
  database: Database,
  row: DraftRow,
  {
    isGone = false,
    isForTeam = false,
    also = [],
  }: { isGone?: boolean; isForTeam?: boolean; also?: string[] } = {},
): void {
  const data: DraftNews = {
    ticketId: row.ticket_id,
    agentId: row.agent_id,
    mode: row.mode,
    version: isGone ? 0 : row.version,
    tab: row.tab,
  };
  afterCommit(ctx.tx, () =>
    busOf(database).tell({
      workspaceId: ctx.workspaceId,
      name: 'drafts',
      to: [row.agent_id, ...also],
      ...(isForTeam && { topic: row.ticket_id }),
      data,
    }),
  );
}
