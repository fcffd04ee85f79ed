// The tickets of a list as a set, for what is done to all of them.
import { type SqlBool, sql } from 'kysely';
import type { ListQuery } from '../../../contract/filters.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conditionsOf, type Matching, readQuery } from './list-filters.ts';
import { withinReach } from './reach.ts';

async function thoseOf(ctx: Ctx, query: ListQuery, matching: Matching) {
  const wanted = await readQuery(ctx, query);
  const all = [sql<SqlBool>`tickets.workspace_id = ${ctx.workspaceId}`, withinReach(ctx)];
  if (wanted.statuses?.length === 0) all.push(sql<SqlBool>`false`);
  else all.push(...conditionsOf(ctx, wanted).map(condition => sql<SqlBool>`${condition}`));
  if (query.q) all.push(sql<SqlBool>`${matching(ctx, query.q)}`);
  return sql`from tickets where ${sql.join(all, sql` and `)}`;
}

/** The ids of all tickets of a list within reach, in its default order, up to a limit. */
export async function ticketIdsOfList(
  ctx: Ctx,
  query: ListQuery,
  matching: Matching,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select tickets.id ${await thoseOf(ctx, query, matching)}
    order by tickets.queue_rank, tickets.id limit ${sql.lit(limit)}`.execute(ctx.tx);
  return rows.map(row => row.id);
}

/** How many they are. */
export async function countMatching(ctx: Ctx, query: ListQuery, matching: Matching): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) ${await thoseOf(ctx, query, matching)}`.execute(ctx.tx);
  return Number(rows[0]?.count ?? 0);
}
