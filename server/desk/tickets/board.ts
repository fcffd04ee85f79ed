// The board (QCX-11): every column with its number, its load and its first cards. A column is a list narrowed by status
// and escalation (contract/board.ts), so its cards come the way that lists do.
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { type BoardColumn, boardColumns, columnPredicates } from '../../../contract/board.ts';
import { unansweredStatuses } from '../../../contract/fields.ts';
import type { ListQuery } from '../../../contract/filters.ts';
import type { Input } from '../../../contract/route.ts';
import type { boardRoutes } from '../../../contract/routes/board.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { listTickets } from './list.ts';
import { conditionsOf, literals, type Matching, readQuery } from './list-filters.ts';
import { withinReach } from './reach.ts';
import { rowColumns } from './row.ts';

type Filters = Omit<Input<typeof boardRoutes.board>['query'], 'limit'>;
type Column = z.input<NonNullable<typeof boardRoutes.board.reply>>['columns'][number];

/** Counting stops here; a screen shows 9,999+. */
const countLimit = 9_999;
const noCards = { tickets: [], next: null };

/** The list that a column is; null where the filters leave nothing of it. */
function listOf(column: BoardColumn, query: Filters): ListQuery | null {
  const { statuses, isEscalated } = columnPredicates[column];
  const status = statuses.filter(one => query.status?.includes(one) ?? true);
  const escalated = isEscalated === null ? query.escalated : isEscalated ? 'yes' : 'no';
  if (status.length === 0 || (query.escalated && query.escalated !== escalated)) return null;
  return { ...query, status, escalated, view: 'all', sort: 'waiting' };
}

/** All columns with their first cards, in their order. */
export async function boardOf(
  ctx: Ctx,
  { limit, ...query }: Filters & { limit: number },
  matching: Matching,
): Promise<{ columns: Column[] }> {
  const columns: Column[] = [];
  for (const name of boardColumns) {
    const list = listOf(name, query);
    const load = list ? await loadOf(ctx, list, matching, name) : nobodysLoad;
    const cards = list && load.count > 0 ? await listTickets(ctx, { ...list, limit }, matching) : noCards;
    columns.push({ name, ...load, ...cards });
  }
  return { columns };
}

/** More cards of one column. @throws Invalid for a cursor that is none of ours */
export async function boardColumnOf(
  ctx: Ctx,
  column: BoardColumn,
  query: Filters & { after: string; limit: number },
  matching: Matching,
) {
  const list = listOf(column, query);
  return list ? listTickets(ctx, { ...query, ...list }, matching) : noCards;
}

const nobodysLoad = { count: 0, oldestWaitingSince: null, agents: [] };

/** In literals, because a parameter would hide from the planner which partial index fits (migration 0012). */
function within(column: BoardColumn) {
  const { statuses, isEscalated } = columnPredicates[column];
  const among = sql`status in (${literals(statuses)})`;
  if (isEscalated === null) return among;
  return sql`${among} and escalation_level ${isEscalated ? sql`>` : sql`=`} 0`;
}

/**
 * How many cards a column holds, whose they are, and since when the longest waiting one waits: among its first
 * `countLimit` tickets, however rare what the filters ask for.
 */
async function loadOf(ctx: Ctx, list: ListQuery, matching: Matching, column: BoardColumn) {
  const wanted = await readQuery(ctx, list);
  if (wanted.statuses?.length === 0) return nobodysLoad;
  const found = list.q ? sql`and ${matching(ctx, list.q)}` : sql``;
  // Without filters the index alone tells it all.
  const isPlain = Object.entries(list).every(
    ([name, value]) => value === undefined || ['status', 'escalated', 'view', 'sort'].includes(name),
  );
  const columns = isPlain ? ['assignee_id', 'waiting_since', 'status'] : rowColumns;
  const conditions = isPlain
    ? [sql<SqlBool>`tickets.status in (${literals(list.status ?? [])})`]
    : conditionsOf(ctx, wanted);
  const { rows } = await sql<{ agentId: string | null; count: number; oldest: Date | null }>`
    select assignee_id as "agentId", count(*) as count,
      min(waiting_since) filter (where status in (${literals(unansweredStatuses)})) as oldest
    from (select ${sql.join(columns.map(name => sql.ref(name)))} from tickets
      where workspace_id = ${ctx.workspaceId} and ${withinReach(ctx)} and ${within(column)} ${found}
      order by queue_rank, id limit ${sql.lit(countLimit)}) tickets
    where ${sql.join(conditions, sql` and `)}
    group by assignee_id order by count desc, assignee_id`.execute(ctx.tx);
  const oldest = rows.flatMap(row => row.oldest ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
  return {
    count: rows.reduce((sum, row) => sum + Number(row.count), 0),
    oldestWaitingSince: oldest?.toISOString() ?? null,
    agents: rows.map(({ agentId, count }) => ({ agentId, count: Number(count) })),
  };
}
