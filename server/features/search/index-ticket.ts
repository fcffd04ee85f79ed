import './tables.ts';
import { sql } from 'kysely';
import { phonesIn } from '../../../contract/search/question.ts';
import type { Ctx } from '../../platform/db/index.ts';
import type { Reaction } from '../../platform/events/index.ts';
import { phoneToken } from './asked.ts';
import { keepWords } from './spelling.ts';

/** A tsvector may have 1 MB at most; of a very long ticket the oldest and the newest words count. */
const mostCharacters = 60_000;
const mostPerMessage = 20_000;
/** Of a long ticket the first and the last messages are read, so that each answer costs the same. */
const mostMessages = 300;
const mostFromFiles = 40_000;
const mostPerFile = 20_000;

/** Words that another room keeps about a ticket. */
export type MoreWords = (ctx: Ctx, ticketId: string) => Promise<string>;

/** Keeps the ticket's document: everything that agents may find it by. `more` is composed in server/. */
export function indexing(more: readonly MoreWords[]): Reaction {
  return {
    name: 'index-ticket',
    hears: [
      'ticket.opened',
      'message.received',
      'message.replied',
      'message.noted',
      'message.side-sent',
      'message.side-answered',
      'file.added',
      'file.removed',
    ],
    run: (ctx, { ticketId }) => writeDocument(ctx, ticketId, more),
  };
}

export const indexTicket = indexing([]);

/** Writes the document anew from the ticket, its messages, its files and what others add, as they are now. */
export async function writeDocument(ctx: Ctx, ticketId: string, more: readonly MoreWords[]): Promise<void> {
  const ticket = await lockDocument(ctx, ticketId);
  if (!ticket) return;
  const { customer, desk } = await wordsOf(ctx, ticketId);
  const files = await wordsOfFiles(ctx, ticketId);
  const added: string[] = [];
  for (const words of more) added.push(await words(ctx, ticketId));
  const names = namesOf(ticket);
  const phones = phonesIn(`${customer} ${desk}`).map(phoneToken).join(' ');
  await ctx.tx
    .updateTable('ticket_documents')
    .set({
      last_message_at: ticket.last_message_at,
      document: sql<string>`${weighted(`${ticket.subject} ${names}`, 'A')} || ${weighted(customer, 'B')}
        || ${weighted([...added, desk].join('\n'), 'C')} || ${weighted(files, 'D')}
        || setweight(to_tsvector('simple', ${names}), 'A') || setweight(to_tsvector('simple', ${phones}), 'B')`,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .execute();
  await keepWords(ctx, `${ticket.subject} ${ticket.requester_name} ${customer} ${desk}`);
}

/** Locks the document before anything is read: of two jobs of one ticket, the later one to write has read the more. */
async function lockDocument(ctx: Ctx, ticketId: string) {
  const keys = { workspace_id: ctx.workspaceId, ticket_id: ticketId };
  await ctx.tx
    .insertInto('ticket_documents')
    .values({ ...keys, last_message_at: ctx.now, document: '' })
    .onConflict(conflict => conflict.columns(['workspace_id', 'ticket_id']).doNothing())
    .execute();
  await ctx.tx
    .selectFrom('ticket_documents')
    .select('ticket_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .forUpdate()
    .execute();
  return ctx.tx
    .selectFrom('tickets')
    .select(['number', 'subject', 'requester_name', 'requester_email', 'last_message_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirst();
}

async function wordsOf(ctx: Ctx, ticketId: string): Promise<{ customer: string; desk: string }> {
  const some = (order: 'asc' | 'desc') =>
    ctx.tx
      .selectFrom('messages')
      .select(['id', 'author_type', 'author_name', 'author_email'])
      .select(sql<string>`left(text, ${sql.lit(mostPerMessage)})`.as('text'))
      .where('workspace_id', '=', ctx.workspaceId)
      .where('ticket_id', '=', ticketId)
      .orderBy('id', order)
      .limit(mostMessages / 2)
      .execute();
  const first = await some('asc');
  const last = first.length < mostMessages / 2 ? [] : await some('desc');
  const known = new Set(first.map(message => message.id));
  const messages = [...first, ...last.filter(message => !known.has(message.id)).toReversed()];
  const said = (byCustomer: boolean) =>
    cut(
      messages
        .filter(one => (one.author_type === 'contact') === byCustomer)
        .map(one => `${one.author_name} ${byCustomer ? (one.author_email ?? '') : ''} ${one.text}`)
        .join('\n'),
    );
  return { customer: said(true), desk: said(false) };
}

/** The names of the ticket's files and the beginning of what is written in them. */
async function wordsOfFiles(ctx: Ctx, ticketId: string): Promise<string> {
  const files = await ctx.tx
    .selectFrom('files as f')
    .leftJoin('file_texts as x', join =>
      join.onRef('x.workspace_id', '=', 'f.workspace_id').onRef('x.file_id', '=', 'f.id'),
    )
    .select('f.name')
    .select(sql<string>`coalesce(left(x.text, ${sql.lit(mostPerFile)}), '')`.as('text'))
    .where('f.workspace_id', '=', ctx.workspaceId)
    .where('f.ticket_id', '=', ticketId)
    .where('f.is_inline', '=', false)
    .orderBy('f.id', 'desc')
    .limit(100)
    .execute();
  const names = files.map(file => wordsOfName(file.name)).join('\n');
  return `${names}\n${files.map(file => file.text).join('\n')}`.slice(0, mostFromFiles);
}

/** A file's name as words: facture-0042.pdf is found by facture, by 0042 and as it is. */
export const wordsOfName = (name: string): string => `${name} ${name.replace(/[^\p{L}\p{N}]+/gu, ' ')}`;

function cut(text: string): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters / 2)} ${text.slice(-mostCharacters / 2)}`;
}

/** Both languages, since a ticket may hold both. */
export const weighted = (text: string, weight: 'A' | 'B' | 'C' | 'D') =>
  sql`setweight(to_tsvector('guichet_fr', ${text}) || to_tsvector('guichet_en', ${text}), ${sql.lit(weight)})`;

/** An address is found whole, by its domain and by its parts: jeanne.martin@example.com by martin or example.com. */
function namesOf(ticket: { number: number; requester_name: string; requester_email: string | null }): string {
  const email = ticket.requester_email ?? '';
  return [
    ticket.number,
    ticket.requester_name,
    email,
    email.split('@').at(-1),
    email.split(/[@.+_-]/).join(' '),
  ].join(' ');
}
