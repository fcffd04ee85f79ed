// How many cards a column of the board holds, whose they are, and since when the longest waiting one waits.
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type BoardColumn, columnPredicates } from '../../../contract/board.ts';
import { unansweredStatuses } from '../../../contract/fields.ts';
import type { ListQuery } from '../../../contract/filters.ts';
import type { boardRoutes } from '../../../contract/routes/board.ts';
import type { Ctx } from '../../platform/db/index.ts';
import type { Choice } from './choose-path.ts';
import { columnsRead, conditionsOf, literals, type Wanted } from './list-filters.ts';
import { most, walk } from './list-paths.ts';
import { withinReach } from './reach.ts';

/** Counting stops here; a screen shows 9,999+. */
const countLimit = 9_999;
/** So many tickets of a narrowed column's path are looked at. */
const looksAt = 1_000;

/** In literals, because a parameter would hide from the planner which partial index fits (migration 0012). */
function within(column: BoardColumn) {
  const { statuses, isEscalated } = columnPredicates[column];
  const among = sql`status in (${literals(statuses)})`;
  if (isEscalated === null) return among;
  return sql`${among} and escalation_level ${isEscalated ? sql`>` : sql`=`} 0`;
}

export interface Share {
  agentId: string | null;
  count: number;
  oldest: Date | null;
}
type Column = z.input<NonNullable<typeof boardRoutes.board.reply>>['columns'][number];
type Load = Pick<Column, 'count' | 'isMore' | 'oldestWaitingSince' | 'agents'>;

/** How many cards a column holds, whose they are, and since when the longest waiting one waits. */
export function loadFrom(shares: readonly Share[], isMore: boolean): Load {
  const held = shares.filter(share => share.count > 0);
  const oldest = held
    .flatMap(({ oldest: since }) => since ?? [])
    .sort((a, b) => a.getTime() - b.getTime())[0];
  return {
    count: held.reduce((sum, share) => sum + share.count, 0),
    isMore,
    oldestWaitingSince: oldest?.toISOString() ?? null,
    agents: held.map(({ agentId, count }) => ({ agentId, count })),
  };
}

const oldestOf = (condition: RawBuilder<unknown>) =>
  sql`min(waiting_since) filter (where ${condition} and status in (${literals(unansweredStatuses)}))`;

/** The load of a whole column, of its first `countLimit` cards. */
export async function loadOfAll(ctx: Ctx, list: ListQuery, column: BoardColumn): Promise<Load> {
  const { rows } = await sql<Share>`
    select assignee_id as "agentId", count(*)::int as count, ${oldestOf(sql`true`)} as oldest
    from (select assignee_id, waiting_since, status from tickets
      where workspace_id = ${ctx.workspaceId} and ${within(column)} order by queue_rank, id limit ${sql.lit(countLimit)}) tickets
    where status in (${literals(list.status ?? [])})
    group by assignee_id order by count desc, assignee_id`.execute(ctx.tx);
  return loadFrom(rows, rows.reduce((sum, row) => sum + row.count, 0) >= countLimit);
}

/** The load of a narrowed column: whole where its path is short, else among the first `looksAt` tickets of it. */
export async function loadAlong(ctx: Ctx, wanted: Wanted, { path, isWhole }: Choice): Promise<Load> {
  const columns = new Set([
    'queue_rank',
    'assignee_id',
    'waiting_since',
    'status',
    ...columnsRead(ctx, wanted),
  ]);
  const limit = isWhole ? most + 1 : looksAt;
  const walked = walk(ctx, path, wanted, { by: 'waiting', after: null }, { columns: [...columns], limit });
  const fits = sql.join([withinReach(ctx), ...conditionsOf(ctx, wanted)], sql` and `);
  const { rows } = await sql<Share & { looked: number }>`
    select assignee_id as "agentId", count(*) filter (where ${fits})::int as count, ${oldestOf(fits)} as oldest,
      count(*)::int as looked
    from (${walked}) tickets group by assignee_id order by count desc, assignee_id`.execute(ctx.tx);
  return loadFrom(rows, !isWhole && rows.reduce((sum, row) => sum + row.looked, 0) >= looksAt);
}
