import './tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import type { Reaction } from '../../platform/events/index.ts';

/** A tsvector may have 1 MB at most; of a very long ticket the oldest and the newest words count. */
const mostCharacters = 60_000;
const mostPerMessage = 20_000;

/** Words that another room keeps about a ticket. */
export type MoreWords = (ctx: Ctx, ticketId: string) => Promise<string>;

/** Keeps the ticket's document: everything that agents may find it by. `more` is composed in server/. */
export function indexing(more: readonly MoreWords[]): Reaction {
  return {
    name: 'index-ticket',
    hears: ['ticket.opened', 'message.received', 'message.replied', 'message.noted'],
    run: (ctx, { ticketId }) => writeDocument(ctx, ticketId, more),
  };
}

export const indexTicket = indexing([]);

/** Writes the document anew from the ticket and its messages as they are now. */
async function writeDocument(ctx: Ctx, ticketId: string, more: readonly MoreWords[]): Promise<void> {
  const ticket = await lockDocument(ctx, ticketId);
  if (!ticket) return;
  const { customer, desk } = await wordsOf(ctx, ticketId);
  const added: string[] = [];
  for (const words of more) added.push(await words(ctx, ticketId));
  const names = namesOf(ticket);
  await ctx.tx
    .updateTable('ticket_documents')
    .set({
      last_message_at: ticket.last_message_at,
      document: sql<string>`${weighted(`${ticket.subject} ${names}`, 'A')} || ${weighted(customer, 'B')}
        || ${weighted([...added, desk].join('\n'), 'C')} || setweight(to_tsvector('simple', ${names}), 'A')`,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .execute();
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
  const messages = await ctx.tx
    .selectFrom('messages')
    .select(['author_type', 'author_name', 'author_email'])
    .select(sql<string>`left(text, ${sql.lit(mostPerMessage)})`.as('text'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute();
  const said = (byCustomer: boolean) =>
    cut(
      messages
        .filter(one => (one.author_type === 'contact') === byCustomer)
        .map(one => `${one.author_name} ${byCustomer ? (one.author_email ?? '') : ''} ${one.text}`)
        .join('\n'),
    );
  return { customer: said(true), desk: said(false) };
}

function cut(text: string): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters / 2)} ${text.slice(-mostCharacters / 2)}`;
}

/** Both languages, since a ticket may hold both. */
const weighted = (text: string, weight: 'A' | 'B' | 'C') =>
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
