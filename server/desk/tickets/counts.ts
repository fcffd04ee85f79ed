// How many tickets lists hold.
import { sql } from 'kysely';
import type { z } from 'zod';
import { workingStatuses } from '../../../contract/fields.ts';
import { countedViews, listQuery } from '../../../contract/filters.ts';
import type { counted } from '../../../contract/routes/views.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { countLists } from './count-lists.ts';
import { literals, type Matching } from './list-filters.ts';
import { savedViewsOf } from './saved-views.ts';

/** Counting stops here; a screen shows 999+. */
const countLimit = 1_000;
/** No agent has more active tickets, or the last of them do not count. */
const mostOfOne = 10_000;

export interface Counts {
  views: Record<(typeof countedViews)[number], number>;
  folders: Record<string, number>;
  saved: Record<string, z.input<typeof counted>>;
}

/** How many tickets the views, the folders (active ones) and the saved views hold (LUM-14). */
export async function countTickets(ctx: Ctx, matching: Matching): Promise<Counts> {
  const views = countedViews.map(view => ({ id: view as string, query: listQuery.parse({ view }) }));
  const counts = await countLists(ctx, [...views, ...(await savedViewsOf(ctx))], matching);
  const saved = Object.entries(counts).filter(([id]) => !(countedViews as readonly string[]).includes(id));
  return {
    views: Object.fromEntries(countedViews.map(view => [view, counts[view]!.count])) as Counts['views'],
    folders: await countFolders(ctx),
    saved: Object.fromEntries(saved),
  };
}

/**
 * Within reach (reach.ts), told apart by folder so that each is counted from an index: who is limited to folders sees all
 * of these, and of the others what is theirs.
 */
async function countFolders(ctx: Ctx): Promise<Record<string, number>> {
  const me = ctx.actor.id;
  const active = sql`workspace_id = ${ctx.workspaceId} and status in (${literals(workingStatuses)})`;
  const limit = sql.lit(countLimit);
  const inFolder = sql`(select count(*) from (
    select from tickets where ${active} and folder_id = f.id limit ${limit}) x)`;
  const isWhole = ctx.onlyFolders ? sql`f.id = any(${ctx.onlyFolders}::uuid[])` : sql`true`;
  const { rows } = await sql<{ id: string; count: number }>`
    with mine as materialized (
      (select folder_id from tickets where ${active} and assignee_id = ${me} and ${ctx.onlyFolders !== null}::boolean
        limit ${sql.lit(mostOfOne)})
      union all
      (select folder_id from tickets where ${active} and escalated_to = ${me} and assignee_id is distinct from ${me}
        and ${ctx.onlyFolders !== null}::boolean limit ${sql.lit(mostOfOne)}))
    select f.id, case when ${isWhole} then ${inFolder}
      else least(${limit}, (select count(*) from mine where mine.folder_id = f.id)) end as count
    from folders f where f.workspace_id = ${ctx.workspaceId}`.execute(ctx.tx);
  return Object.fromEntries(rows.map(row => [row.id, row.count]));
}
