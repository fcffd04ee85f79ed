// Lists of tickets: which rows a view holds, in which order, page by page without OFFSET.
import { type SqlBool, sql } from 'kysely';
import type { ListQuery } from '../../../contract/filters.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';
import { type Choice, choosePath } from './choose-path.ts';
import { conditionsOf, type Matching, type Place, readQuery, type Wanted } from './list-filters.ts';
import { listFound } from './list-found.ts';
import { inOrder, most, type Order, walk, walkedColumns } from './list-paths.ts';
import { withinReach } from './reach.ts';
import { organisationName, readAt, type Selected, type TicketRow, tagIds, toRow } from './row.ts';

export interface PageQuery extends ListQuery {
  after?: string;
  limit: number;
}

/**
 * One page of a list, and the cursor of the next. One request looks at `looksAt` tickets at most, so that a page may hold
 * fewer than asked for, even none, and still have a next one. @throws Invalid for a cursor that is none of ours
 */
export async function listTickets(
  ctx: Ctx,
  query: PageQuery,
  matching: Matching,
  looksAt = most,
): Promise<{ tickets: TicketRow[]; next: string | null }> {
  const wanted = await readQuery(ctx, query);
  if (wanted.statuses?.length === 0) return { tickets: [], next: null };
  // What was found by a text is shown newest first.
  const order: Order = {
    by: query.q ? 'recent' : query.sort,
    after: query.after ? readCursor(query.after) : null,
  };
  const found = query.q ? matching.newest?.(ctx, query.q) : null;
  if (found) {
    const { rows, next } = await listFound(ctx, wanted, found, order.after, query.limit);
    return { tickets: rows.map(toRow), next: next && cursorOf(next) };
  }
  const choice: Choice = query.q
    ? { path: { branches: [sql<SqlBool>`${matching(ctx, query.q)}`], isOrdered: false }, isWhole: true }
    : await choosePath(ctx, wanted, order, looksAt);
  return pageAlong(ctx, wanted, choice, order, { limit: query.limit, looksAt });
}

/** One page of a list along a path. */
export async function pageAlong(
  ctx: Ctx,
  wanted: Wanted,
  choice: Choice,
  order: Order,
  { limit, looksAt = most }: { limit: number; looksAt?: number },
): Promise<{ tickets: TicketRow[]; next: string | null }> {
  const walked = walk(ctx, choice.path, wanted, order, {
    columns: walkedColumns,
    limit: choice.isWhole ? most + 1 : looksAt,
  });
  const rows = await select(ctx, wanted, walked, order, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const place =
    rows.length > limit && last ? placeOf(last, order.by) : await stop(ctx, wanted, choice, order, looksAt);
  return { tickets: page.map(toRow), next: place && cursorOf(place) };
}

async function select(
  ctx: Ctx,
  wanted: Wanted,
  walked: ReturnType<typeof walk>,
  order: Order,
  limit: number,
): Promise<Selected[]> {
  const { rows } = await sql<Selected>`
    select tickets.*, ${tagIds()}, ${readAt(ctx)}, ${organisationName()}
    from (${walked}) tickets
    where ${sql.join([withinReach(ctx), ...conditionsOf(ctx, wanted)], sql` and `)}
    order by ${inOrder(order.by)} limit ${sql.lit(limit)}`.execute(ctx.tx);
  return rows;
}

/** Where a walk ended that did not come to the end of its path; null at the end. */
async function stop(
  ctx: Ctx,
  wanted: Wanted,
  choice: Choice,
  order: Order,
  looksAt: number,
): Promise<Place | null> {
  if (choice.isWhole) return null;
  const columns = ['queue_rank', 'last_message_at', 'id'];
  const walked = walk(ctx, choice.path, wanted, order, { columns, limit: looksAt });
  const { rows } = await sql<Pick<Selected, 'queue_rank' | 'last_message_at' | 'id'>>`
    select * from (${walked}) x offset ${sql.lit(looksAt - 1)}`.execute(ctx.tx);
  return rows[0] ? placeOf(rows[0], order.by) : null;
}

function placeOf(row: Pick<Selected, 'queue_rank' | 'last_message_at' | 'id'>, by: Order['by']): Place {
  return { at: by === 'recent' ? row.last_message_at.getTime() : row.queue_rank, id: row.id };
}

/** The place behind which the next page begins, as an address holds it. */
export const cursorOf = ({ at, id }: Place): string => `${at}.${id}`;

function readCursor(cursor: string): Place {
  const [at = '', id = ''] = cursor.split('.');
  if (!/^\d{1,16}$/.test(at) || !/^[0-9a-f-]{36}$/.test(id))
    throw invalid('invalid', { fields: { after: 'cursor' } });
  return { at: Number(at), id };
}
