// How many tickets lists hold.
import { sql } from 'kysely';
import type { z } from 'zod';
import { workingStatuses } from '../../../contract/fields.ts';
import { countedViews, type ListQuery, statusesOfView, type View } from '../../../contract/filters.ts';
import type { counted } from '../../../contract/routes/views.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { longPath } from './choose-path.ts';
import { conditionsOf, literals, type Matching, readQuery } from './list-filters.ts';
import { most, pathsOf, walk, walkedColumns } from './list-paths.ts';
import { withinReach } from './reach.ts';
import { savedViewsOf } from './saved-views.ts';

/** Counting stops here; a screen shows 9,999+. */
const countLimit = 9_999;

export interface Counts {
  views: Record<(typeof countedViews)[number], number>;
  folders: Record<string, number>;
  saved: Record<string, z.input<typeof counted>>;
}

/** How many tickets the views, the folders (active ones) and the saved views hold (LUM-14). */
export async function countTickets(ctx: Ctx, matching: Matching): Promise<Counts> {
  const count = (view: View) => {
    const among = sql`and status in (${literals(statusesOfView[view]!)})`;
    const mine = view === 'mine' ? sql`and assignee_id = ${ctx.actor.id}` : sql``;
    return sql<number>`(select count(*) from (select from tickets where workspace_id = ${ctx.workspaceId} and ${withinReach(ctx)} ${among} ${mine} limit ${sql.lit(countLimit)}) x)`;
  };
  const { rows } = await sql<
    Counts['views']
  >`select ${sql.join(countedViews.map(view => sql`${count(view)} as ${sql.ref(view)}`))}`.execute(ctx.tx);
  const folders = await sql<{ id: string; count: number }>`
    select f.id, (select count(*) from (
      select from tickets t where t.workspace_id = f.workspace_id and t.folder_id = f.id and ${withinReach(ctx, 't')}
        and t.status in (${literals(workingStatuses)}) limit ${sql.lit(countLimit)}) x) as count
    from folders f where f.workspace_id = ${ctx.workspaceId}`.execute(ctx.tx);
  const saved: Counts['saved'] = {};
  for (const view of await savedViewsOf(ctx)) saved[view.id] = await countList(ctx, view.query, matching);
  return {
    views: rows[0]!,
    folders: Object.fromEntries(folders.rows.map(row => [row.id, row.count])),
    saved,
  };
}

/** How many of the first 2,000 tickets of its path a list holds; `isMore` where the path is longer. */
export async function countList(
  ctx: Ctx,
  query: ListQuery,
  matching: Matching,
): Promise<{ count: number; isMore: boolean }> {
  const wanted = await readQuery(ctx, query);
  if (wanted.statuses?.length === 0) return { count: 0, isMore: false };
  const path = query.q
    ? { branches: [sql<boolean>`${matching(ctx, query.q)}`], isOrdered: false }
    : longPath(pathsOf(ctx, wanted), wanted, 'waiting');
  const walked = walk(
    ctx,
    path,
    wanted,
    { by: 'waiting', after: null },
    { columns: walkedColumns, limit: most + 1 },
  );
  const { rows } = await sql<{ count: number; walked: number }>`
    select count(*)::int as walked,
      (count(*) filter (where ${sql.join([withinReach(ctx), ...conditionsOf(ctx, wanted)], sql` and `)}))::int as count
    from (${walked}) tickets`.execute(ctx.tx);
  const { count, walked: seen } = rows[0]!;
  return { count: Math.min(count, most), isMore: seen > most };
}
