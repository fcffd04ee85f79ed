// The page of results: which tickets a question finds, and how many (docs/decisions/0022).
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Question } from '../../../contract/search/question.ts';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { documentQuery } from './asked.ts';
import { conditionsOf } from './conditions.ts';
import { behind, documents, isBehind, newestFirst, type Place } from './documents.ts';
import { narrowingOf } from './narrowing.ts';

/** More are not counted. */
export const mostCounted = 1_000;
/** Of the tickets that hold the words, behind those that are always looked at and counted. */
const mostFurther = 19_000;

export interface FoundTickets {
  found: Place[];
  /** All there are, or where `isMore` at least so many. */
  count: number;
  isMore: boolean;
}

/** What a page is to hold: so many tickets behind a place. */
interface Page {
  limit: number;
  after?: Place;
}

/**
 * One page of the tickets within reach that a question asks for, newest message first, and how many there are. The
 * message is the newest that the ticket's document knows of.
 */
export async function findTickets(ctx: Ctx, question: Question, page: Page): Promise<FoundTickets> {
  const query = documentQuery(question);
  const conditions = [...(ctx.onlyFolders ? [withinReach(ctx)] : []), ...conditionsOf(ctx, question)];
  if (!query) {
    const isAsked = question.filters.length > 0 || question.without !== '';
    return isAsked ? findAmongAll(ctx, conditions, page) : { found: [], count: 0, isMore: false };
  }
  const first = await lookAt(ctx, { query, conditions, page, size: mostCounted + 1 });
  const { found, count } = first;
  if (!first.last) return { found, count: Math.min(count, mostCounted), isMore: count > mostCounted };
  const limit = page.limit - found.length;
  if (limit === 0) return { found, count: Math.min(count, mostCounted), isMore: true };
  // A further page may begin behind all that was counted.
  const isFar = page.after !== undefined && isBehind(page.after, first.last);
  const from = isFar ? page.after : first.last;
  const narrowing = narrowingOf(ctx, question);
  const rest = await lookAt(ctx, { query, conditions, page: { limit }, size: mostFurther, from, narrowing });
  const all = count + rest.found.length;
  return {
    found: [...found, ...rest.found],
    count: Math.min(all, mostCounted),
    isMore: isFar || rest.found.length === limit || rest.last !== null || all > mostCounted,
  };
}

interface Look {
  query: RawBuilder<unknown>;
  conditions: readonly RawBuilder<SqlBool>[];
  page: Page;
  /** How many documents are looked at. */
  size: number;
  /** Behind this place; without one from the newest on, and then all that fit are counted. */
  from?: Place;
  /** Tickets among which all that fit are; only where few of the documents' are. */
  narrowing?: RawBuilder<unknown> | null;
}

/** Looks at documents for a page; `last` is the last one's place where there may be more of them. */
async function lookAt(
  ctx: Ctx,
  { query, conditions, page, size, from, narrowing }: Look,
): Promise<{ found: Place[]; count: number; last: Place | null }> {
  // One ticket after the other, newest first, until there are enough: `offset 0` keeps the planner from another way.
  const fitting =
    conditions.length > 0
      ? sql`cross join lateral (select from tickets where tickets.workspace_id = ${ctx.workspaceId}
          and tickets.id = looked.id and ${sql.join(conditions, sql` and `)} offset 0) t`
      : sql``;
  // The operator's tickets pass by the documents, which are fewer: the other way round the planner reads each ticket.
  const narrow = narrowing
    ? sql`narrow as materialized (
        select x.id from (${narrowing} offset 0) x where x.id in (select id from looked)),`
    : sql``;
  const isNarrow = narrowing ? sql`where id in (select id from narrow)` : sql``;
  const matching = sql`select looked.id, looked.at from (
      select * from looked ${isNarrow} ${newestFirst}) looked ${fitting}`;
  const count = from ? sql`0` : sql`(select count(*)::int from matching)`;
  const { rows } = await sql<Looked>`
    with looked as materialized (${documents(query, size, from)}), ${narrow}
      matching as ${from ? sql`not materialized` : sql`materialized`} (${matching}),
      page as (select * from matching where ${behind(page.after)} ${newestFirst} limit ${page.limit})
    select p.id, p.at, ${count} as count, (select count(*)::int from looked) as looked, l.id as "lastId", l.at as "lastAt"
    from (select * from looked order by at, id limit 1) l left join page p on true
    order by p.at desc, p.id desc`.execute(ctx.tx);
  const found = rows.flatMap(({ id, at }) => (id && at ? [{ id, at }] : []));
  const one = rows[0];
  if (!one) return { found, count: 0, last: null };
  return { found, count: one.count, last: one.looked < size ? null : { id: one.lastId, at: one.lastAt } };
}

interface Looked {
  id: string | null;
  at: Date | null;
  count: number;
  looked: number;
  lastId: string;
  lastAt: Date;
}

/** The same without words: among all tickets. */
async function findAmongAll(
  ctx: Ctx,
  conditions: readonly RawBuilder<SqlBool>[],
  { limit, after }: Page,
): Promise<FoundTickets> {
  const { rows } = await sql<Place & { count: number }>`
    with matching as materialized (
      select id, last_message_at as at from tickets
      where tickets.workspace_id = ${ctx.workspaceId} and ${sql.join(conditions, sql` and `)}
        ${after ? sql`and (last_message_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
      order by last_message_at desc, id desc limit ${sql.lit(after ? limit : mostCounted + 1)})
    select id, at, (select count(*)::int from matching) as count
    from matching ${newestFirst} limit ${limit}`.execute(ctx.tx);
  const count = rows[0]?.count ?? 0;
  const found = rows.map(({ id, at }) => ({ id, at }));
  return { found, count: Math.min(count, mostCounted), isMore: count > mostCounted };
}

/** The ticket with the number that was asked for, where it is within reach. */
export async function ticketNumbered(ctx: Ctx, number: number): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select tickets.id from tickets
    where tickets.workspace_id = ${ctx.workspaceId} and tickets.number = ${number} and ${withinReach(ctx)}`.execute(
    ctx.tx,
  );
  return rows[0]?.id ?? null;
}
