// Questions to the documents.
//
// How it stays quick with a million tickets: nothing is ranked, since ranking reads every document that matches. The
// newest matches are taken, at most 2,000, by matching_documents(), which collects the documents of the words from the
// GIN index and sorts their dates, or, for words that are everywhere, walks from the newest document until it has enough.
// Only those tickets are then looked at. A word in more than 2,000 tickets so finds among the newest 2,000.
import './tables.ts';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import { readQuestion } from './question.ts';

const most = 2_000;

/**
 * The tickets that hold a text, as a condition on `tickets.id`: words in French or English, without regard to accents or
 * endings, "words in a row", -without, or; `#123` and a number alone find the ticket with that number.
 */
export function ticketIdsMatching(ctx: Ctx, text: string): Expression<SqlBool> {
  return sql<SqlBool>`tickets.id in (${idsOf(ctx, text)})`;
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
    where workspace_id = ${ctx.workspaceId} and ${ticketIdsMatching(ctx, text)} ${page}
    order by last_message_at desc, id desc limit ${limit}`.execute(ctx.tx);
  return rows;
}

function idsOf(ctx: Ctx, text: string): RawBuilder<unknown> {
  const { number, words, isPlain } = readQuestion(text);
  const byNumber = sql`select t.id from tickets t where t.workspace_id = ${ctx.workspaceId} and t.number = ${number}`;
  if (number !== null && words === '') return byNumber;
  const asked = ['guichet_fr', 'guichet_en', ...(isPlain ? ['simple'] : [])].map(
    configuration => sql`websearch_to_tsquery(${sql.lit(configuration)}, ${words})`,
  );
  const byWords = sql`select m.ticket_id from matching_documents(${sql.join(asked, sql` || `)}, ${sql.lit(most)}) m`;
  return number === null ? byWords : sql`${byNumber} union ${byWords}`;
}
