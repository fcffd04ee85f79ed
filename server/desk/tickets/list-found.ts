// Lists of what a text finds, newest message first. A word may stand in very many tickets, and most pages are full after
// a few: so they are looked at in growing parts, and no more than `most` of them for one page.
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import { conditionsOf, type Found, type Place, type Wanted } from './list-filters.ts';
import { most } from './list-paths.ts';
import { withinReach } from './reach.ts';
import { organisationName, readAt, rowColumns, type Selected, tagIds } from './row.ts';

const firstPart = 256;
const growth = 4;

/** One page of a list behind a place, and the place behind which the next one begins; null at the end. */
export async function listFound(
  ctx: Ctx,
  wanted: Wanted,
  found: Found,
  after: Place | null,
  limit: number,
): Promise<{ rows: Selected[]; next: Place | null }> {
  const rows: Selected[] = [];
  const places: Place[] = [];
  let isEnd = false;
  for (let size = firstPart; !isEnd && rows.length <= limit && places.length < most; size *= growth) {
    const asked = Math.min(size, most - places.length);
    const part = await found.next(places.at(-1) ?? after, asked);
    places.push(...part);
    if (part.length > 0) rows.push(...(await judge(ctx, wanted, found, part, limit + 1 - rows.length)));
    isEnd = part.length < asked;
  }
  const page = rows.slice(0, limit);
  if (rows.length <= limit) return { rows: page, next: isEnd ? null : (places.at(-1) ?? null) };
  return { rows: page, next: places.find(place => place.id === page.at(-1)!.id)! };
}

/** Those of some tickets that the list holds, in their order and no more than it needs. */
async function judge(
  ctx: Ctx,
  wanted: Wanted,
  found: Found,
  places: readonly Place[],
  limit: number,
): Promise<Selected[]> {
  const conditions = [withinReach(ctx), ...conditionsOf(ctx, wanted), ...found.conditions];
  // One ticket after the other, in their order, until there are enough: `offset 0` keeps the planner from another way.
  const { rows } = await sql<Selected>`
    select tickets.*, ${tagIds()}, ${readAt(ctx)}, ${organisationName()}
    from unnest(${places.map(place => place.id)}::uuid[]) with ordinality found (id, place)
    cross join lateral (
      select tickets.workspace_id, ${sql.join(rowColumns.map(name => sql.ref(`tickets.${name}`)))} from tickets
      where tickets.workspace_id = ${ctx.workspaceId} and tickets.id = found.id
        and ${sql.join(conditions as ReturnType<typeof sql<SqlBool>>[], sql` and `)} offset 0) tickets
    order by found.place limit ${sql.lit(limit)}`.execute(ctx.tx);
  return rows;
}
