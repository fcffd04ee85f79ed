// How many tickets lists with filters hold, such as saved views. Many of them look at the same tickets: each path is
// walked once, for all of its lists.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ListQuery } from '../../../contract/filters.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { longPath } from './choose-path.ts';
import {
  columnsRead,
  conditionsOf,
  type Found,
  type Matching,
  readQuery,
  type Wanted,
} from './list-filters.ts';
import { type Path, pathsOf, walk } from './list-paths.ts';
import { withinReach } from './reach.ts';

/** So many tickets of a list's path are looked at. */
const most = 1_000;
const order = { by: 'waiting', after: null } as const;

/** There are so many; `isMore`: at least, for the path is longer. */
interface Count {
  count: number;
  isMore: boolean;
}
interface List {
  id: string;
  wanted: Wanted;
  path: Path;
}

/** Counts each list among the first 1,000 tickets of its path; with a text, among the newest 1,000 that hold its words. */
export async function countLists(
  ctx: Ctx,
  lists: readonly { id: string; query: ListQuery }[],
  matching: Matching,
): Promise<Record<string, Count>> {
  const counts: Record<string, Count> = {};
  const byPath = new Map<string, List[]>();
  for (const { id, query } of lists) {
    const wanted = await readQuery(ctx, query);
    const found = query.q ? matching.newest?.(ctx, query.q) : null;
    if (wanted.statuses?.length === 0) counts[id] = { count: 0, isMore: false };
    else if (found) counts[id] = await countFound(ctx, wanted, found);
    else {
      const path = query.q
        ? { branches: [sql<boolean>`${matching(ctx, query.q)}`], isOrdered: false }
        : longPath(pathsOf(ctx, wanted), wanted, 'waiting');
      const { sql: text, parameters } = walked(ctx, { id, wanted, path }, []).compile(ctx.tx);
      const key = JSON.stringify([text, parameters]);
      byPath.set(key, [...(byPath.get(key) ?? []), { id, wanted, path }]);
    }
  }
  for (const together of byPath.values()) Object.assign(counts, await countTogether(ctx, together));
  return counts;
}

const walked = (ctx: Ctx, { path, wanted }: List, columns: readonly string[]) =>
  walk(ctx, path, wanted, order, { columns, limit: most + 1 });

const allOf = (ctx: Ctx, wanted: Wanted, more: Found['conditions'] = []): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.join([withinReach(ctx), ...conditionsOf(ctx, wanted), ...more], sql` and `)}`;

/** Lists of one path, each a column of the statement that walks it. */
async function countTogether(ctx: Ctx, lists: readonly List[]): Promise<Record<string, Count>> {
  const columns = new Set(['queue_rank', ...lists.flatMap(({ wanted }) => columnsRead(ctx, wanted))]);
  const counts = lists.map(
    ({ wanted }, at) => sql`(count(*) filter (where ${allOf(ctx, wanted)}))::int as ${sql.ref(`list${at}`)}`,
  );
  const { rows } = await sql<Record<string, number>>`
    select count(*)::int as walked, ${sql.join(counts)}
    from (${walked(ctx, lists[0]!, [...columns])}) tickets`.execute(ctx.tx);
  const row = rows[0]!;
  return Object.fromEntries(
    lists.map(({ id }, at) => [id, { count: Math.min(row[`list${at}`]!, most), isMore: row.walked! > most }]),
  );
}

async function countFound(ctx: Ctx, wanted: Wanted, found: Found): Promise<Count> {
  const places = await found.next(null, most + 1);
  if (places.length === 0) return { count: 0, isMore: false };
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from tickets where tickets.workspace_id = ${ctx.workspaceId}
      and tickets.id = any(${places.map(place => place.id)}::uuid[])
      and ${allOf(ctx, wanted, found.conditions)}`.execute(ctx.tx);
  return { count: Math.min(rows[0]!.count, most), isMore: places.length > most };
}
