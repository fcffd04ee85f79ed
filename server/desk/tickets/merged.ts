import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';

const longestChain = 20;

/** The ticket that goes on for one which was merged, over however many merges; itself for any other. */
export async function survivorOf(ctx: Ctx, ticketId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select id, merged_into, 0 as step from tickets where workspace_id = ${ctx.workspaceId} and id = ${ticketId}
      union all
      select t.id, t.merged_into, step + 1 from chain
      join tickets t on t.workspace_id = ${ctx.workspaceId} and t.id = chain.merged_into
      where step < ${longestChain})
    select id from chain order by step desc limit 1`.execute(ctx.tx);
  return rows[0]?.id ?? ticketId;
}
