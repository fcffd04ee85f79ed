// Questions to the documents.
//
// How it stays quick with a million tickets: nothing is ranked, since ranking reads every document that matches. The
// newest matches are taken by matching_documents() (migration 0019, docs/decisions/0022), at most 2,000, and only those
// tickets are then looked at. A word in more than 2,000 tickets so finds among the newest 2,000; with operators, or for
// who may not see everything, among the newest 20,000. Lists and pages of results look at them in parts instead.
import './tables.ts';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Question, readQuestion } from '../../../contract/search/question.ts';
import { type Found, type Matching, withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { documentQuery } from './asked.ts';
import { conditionsOf } from './conditions.ts';
import { documents, newestFirst, type Place } from './documents.ts';

const most = 2_000;
const mostNarrowed = 20_000;

/**
 * The tickets that a text asks for, as a condition on `tickets`: words in French or English, without regard to accents
 * or endings, "words in a row", -without, or, operators; `#123` and a number alone find the ticket with that number.
 */
export const ticketIdsMatching: Matching = Object.assign(condition, { newest });

function condition(ctx: Ctx, text: string): Expression<SqlBool> {
  const question = readQuestion(text);
  const isWanted = sql.join([wordsFound(ctx, question), ...conditionsOf(ctx, question)], sql` and `);
  if (question.number === null) return sql<SqlBool>`(${isWanted})`;
  return sql<SqlBool>`(tickets.id in (${byNumber(ctx, question.number)}) ${
    question.words ? sql`or (${isWanted})` : sql``
  })`;
}

function newest(ctx: Ctx, text: string): Found | null {
  const question = readQuestion(text);
  const query = documentQuery(question);
  if (!query || question.number !== null) return null;
  return {
    conditions: conditionsOf(ctx, question),
    async next(after, limit) {
      const place = after && { id: after.id, at: new Date(after.at) };
      const { rows } = await sql<Place>`${documents(query, limit, place)} ${newestFirst}`.execute(ctx.tx);
      return rows.map(({ id, at }) => ({ id, at: at.getTime() }));
    },
  };
}

const byNumber = (ctx: Ctx, number: number) =>
  sql`select n.id from tickets n where n.workspace_id = ${ctx.workspaceId} and n.number = ${number}`;

function wordsFound(ctx: Ctx, question: Question): RawBuilder<SqlBool> {
  const query = documentQuery(question);
  if (!query) return sql<SqlBool>`${question.number === null}::boolean`;
  const isNarrowed = question.filters.length > 0 || question.without || ctx.onlyFolders;
  return sql<SqlBool>`tickets.id in (select m.id from (${documents(query, isNarrowed ? mostNarrowed : most)}) m)`;
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
