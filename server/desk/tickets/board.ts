// The board (QCX-11): every column with its number, its load and its first cards. A column is a list narrowed by status
// and escalation (contract/board.ts), so its cards come the way that lists do.
import { sql } from 'kysely';
import type { z } from 'zod';
import { type BoardColumn, boardColumns, columnPredicates } from '../../../contract/board.ts';
import type { ListQuery } from '../../../contract/filters.ts';
import type { Input } from '../../../contract/route.ts';
import type { boardRoutes } from '../../../contract/routes/board.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { columnsFound } from './board-found.ts';
import { loadAlong, loadOfAll } from './board-load.ts';
import { type Choice, choosePath } from './choose-path.ts';
import { listTickets, type PageQuery, pageAlong } from './list.ts';
import { type Matching, readQuery } from './list-filters.ts';
import { most, type Order } from './list-paths.ts';

type Filters = Omit<Input<typeof boardRoutes.board>['query'], 'limit'>;
type Column = z.input<NonNullable<typeof boardRoutes.board.reply>>['columns'][number];

const noCards = { tickets: [], next: null };
const nothing = { count: 0, isMore: false, oldestWaitingSince: null, agents: [], ...noCards };

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
  const found = query.q && matching.newest?.(ctx, query.q);
  if (found) {
    const wanted = await readQuery(ctx, { ...query, view: 'all', sort: 'recent' });
    return { columns: await columnsFound(ctx, wanted, found, limit) };
  }
  for (const name of boardColumns) {
    const list = listOf(name, query);
    columns.push({ name, ...(list ? await columnOf(ctx, name, { ...list, limit }, matching) : nothing) });
  }
  return { columns };
}

async function columnOf(
  ctx: Ctx,
  column: BoardColumn,
  list: PageQuery,
  matching: Matching,
): Promise<Omit<Column, 'name'>> {
  const wanted = await readQuery(ctx, list);
  if (wanted.statuses?.length === 0) return nothing;
  if (isBare(list) && !ctx.onlyFolders) {
    const load = await loadOfAll(ctx, list, column);
    return { ...load, ...(load.count > 0 ? await listTickets(ctx, list, matching) : noCards) };
  }
  const order: Order = { by: 'waiting', after: null };
  const choice: Choice = list.q
    ? { path: { branches: [sql<boolean>`${matching(ctx, list.q)}`], isOrdered: false }, isWhole: true }
    : await choosePath(ctx, wanted, order, most);
  const load = await loadAlong(ctx, wanted, choice);
  if (load.count === 0 && !load.isMore) return nothing;
  const cards = list.q
    ? await listTickets(ctx, list, matching)
    : await pageAlong(ctx, wanted, choice, order, list);
  return { ...load, count: Math.max(load.count, cards.tickets.length), ...cards };
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

/** No filters: then the column's own index tells it all. */
const isBare = (list: ListQuery) =>
  Object.entries(list).every(
    ([name, value]) => value === undefined || ['status', 'escalated', 'view', 'sort', 'limit'].includes(name),
  );
