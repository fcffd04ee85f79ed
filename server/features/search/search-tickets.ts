// Questions to the documents.
//
// How it stays quick with a million tickets: nothing is ranked, since ranking reads every document that matches. The
// newest matches are taken, at most 2,000, by matching_documents(), which collects the documents of the words from the
// GIN index and sorts their dates, or, for words that are everywhere, walks from the newest document until it has enough.
// Only those tickets are then looked at. A word in more than 2,000 tickets so finds among the newest 2,000; with
// operators, or for who may not see everything, among the newest 20,000.
import './tables.ts';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Question, readQuestion } from '../../../contract/search/question.ts';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { documentQuery } from './asked.ts';
import { conditionsOf } from './conditions.ts';

const most = 2_000;
const mostNarrowed = 20_000;

/**
 * The tickets that a text asks for, as a condition on `tickets`: words in French or English, without regard to accents
 * or endings, "words in a row", -without, or, operators; `#123` and a number alone find the ticket with that number.
 */
export function ticketIdsMatching(ctx: Ctx, text: string): Expression<SqlBool> {
  const question = readQuestion(text);
  const isWanted = sql.join([wordsFound(ctx, question), ...conditionsOf(ctx, question)], sql` and `);
  if (question.number === null) return sql<SqlBool>`(${isWanted})`;
  return sql<SqlBool>`(tickets.id in (${byNumber(ctx, question.number)}) ${
    question.words ? sql`or (${isWanted})` : sql``
  })`;
}

const byNumber = (ctx: Ctx, number: number) =>
  sql`select n.id from tickets n where n.workspace_id = ${ctx.workspaceId} and n.number = ${number}`;

function wordsFound(ctx: Ctx, question: Question): RawBuilder<SqlBool> {
  const query = documentQuery(question);
  if (!query) return sql<SqlBool>`${question.number === null}::boolean`;
  return sql<SqlBool>`tickets.id in (select m.ticket_id from matching_documents(${query}, ${limitFor(ctx, question)}) m)`;
}

const limitFor = (ctx: Ctx, question: Question) =>
  sql.lit(question.filters.length > 0 || question.without || ctx.onlyFolders ? mostNarrowed : most);

/** More are not counted. */
export const mostCounted = 1_000;

export interface Place {
  at: Date;
  id: string;
}

/**
 * One page of the tickets within reach that a question asks for, newest message first, and how many there are (counted
 * up to `mostCounted`); `after` is the last one's place on the page before.
 */
export async function findTickets(
  ctx: Ctx,
  question: Question,
  { limit, after }: { limit: number; after?: Place },
): Promise<{ found: Place[]; count: number }> {
  const query = documentQuery(question);
  if (!query && question.filters.length === 0 && !question.without) return { found: [], count: 0 };
  const conditions = [withinReach(ctx), ...conditionsOf(ctx, question)];
  const page = after ? sql`(last_message_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  const newest = sql`order by last_message_at desc, id desc`;
  const matching = query
    ? sql`select tickets.id, tickets.last_message_at
        from matching_documents(${query}, ${limitFor(ctx, question)}) m
        join tickets on tickets.workspace_id = ${ctx.workspaceId} and tickets.id = m.ticket_id
        where ${sql.join(conditions, sql` and `)}`
    : sql`select tickets.id, tickets.last_message_at from tickets
        where tickets.workspace_id = ${ctx.workspaceId} and ${page} and ${sql.join(conditions, sql` and `)}
        ${newest} limit ${sql.lit(after ? limit : mostCounted + 1)}`;
  const { rows } = await sql<Place & { count: number }>`
    with matching as materialized (${matching})
    select id, last_message_at as at,
      (select count(*) from (select from matching limit ${sql.lit(mostCounted + 1)}) c)::int as count
    from matching where ${page} ${newest} limit ${limit}`.execute(ctx.tx);
  return { found: rows.map(({ id, at }) => ({ id, at })), count: rows[0]?.count ?? 0 };
}

/** The ticket with the number that was asked for, where it is within reach. */
export async function ticketNumbered(ctx: Ctx, number: number): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select tickets.id from tickets
    where tickets.workspace_id = ${ctx.workspaceId} and tickets.number = ${number} and ${withinReach(ctx)}`.execute(
    ctx.tx,
  );
  return rows[0]?.id ?? null;
}

/** The tickets that hold a text, newest message first; `before` is the last one's place on the page before. */
export async function searchTickets(
  ctx: Ctx,
  text: string,
  { limit = 50, before }: { limit?: number; before?: { lastMessageAt: Date; id: string } } = {},
): Promise<{ id: string; lastMessageAt: Date }[]> {
  const page = before
    ? sql`and (last_message_at, id) < (${before.lastMessageAt}, ${before.id}::uuid)`
    : sql``;
  const { rows } = await sql<{ id: string; lastMessageAt: Date }>`
    select id, last_message_at as "lastMessageAt" from tickets
    where workspace_id = ${ctx.workspaceId} and ${withinReach(ctx)} and ${ticketIdsMatching(ctx, text)} ${page}
    order by last_message_at desc, id desc limit ${limit}`.execute(ctx.tx);
  return rows;
}
