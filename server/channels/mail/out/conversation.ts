// What a mail to a customer or a third party is made of. Only public messages are ever read for a customer: a note cannot
// slip into a quote (LUM-34). A third party's mail is made of their side conversation and nothing else.
import type { Language } from '../../../../contract/fields.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import type { DeliveryRow } from '../../../platform/outbox/index.ts';
import { type AnswerTime, usualAnswerTime } from './answer-time.ts';
import { type LetterFile, NoLetter } from './letter.ts';
import type { MailMeans } from './material.ts';
import { ownMessageIds } from './own-message-ids.ts';

export interface Spoken {
  id: string;
  author: 'agent' | 'contact' | 'system';
  name: string;
  text: string;
  html: string | null;
  at: Date;
}

export interface Conversation {
  ticket: {
    id: string;
    number: number;
    subject: string;
    requesterName: string;
    requesterEmail: string | null;
  };
  language: Language;
  recipientName: string;
  /** Everybody the message was openly written to: never Bcc. */
  to: string[];
  cc: string[];
  message: Spoken;
  signatureHtml: string;
  files: LetterFile[];
  /** Earlier public messages that the recipient may see, newest first. */
  earlier: Spoken[];
  hasMoreEarlier: boolean;
  /** Message-IDs of the conversation's mails, oldest first. */
  chain: string[];
  answered: string | null;
  answerTime: AnswerTime | null;
}

const mostQuoted = 10;

/** @throws NoLetter when the delivery's message is not there or is a note */
export async function conversationOf(
  ctx: Ctx,
  means: MailMeans,
  delivery: DeliveryRow,
): Promise<Conversation> {
  const { ticket_id, message_id } = delivery;
  if (!ticket_id || !message_id) throw new NoLetter('the delivery names no ticket or no message');
  const ticket = await ctx.tx
    .selectFrom('tickets')
    .innerJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'tickets.workspace_id')
        .onRef('contacts.id', '=', 'tickets.contact_id'),
    )
    .select(['tickets.id', 'number', 'subject', 'requester_name', 'requester_email', 'contact_id'])
    .select('contacts.language')
    .where('tickets.workspace_id', '=', ctx.workspaceId)
    .where('tickets.id', '=', ticket_id)
    .executeTakeFirst();
  const isAside = delivery.purpose === 'side';
  const side = isAside ? await sideConversationOf(ctx, message_id) : null;
  if (isAside && !side) throw new NoLetter('the message is not of a side conversation');
  const said = await messagesUpTo(ctx, ticket_id, message_id, side?.id ?? null);
  const message = said.find(one => one.id === message_id);
  if (!ticket || !message) throw new NoLetter('the message is not one of this conversation');
  const before = said.filter(one => one !== message);
  const isKnown = !side && (await isOfContact(ctx, ticket.contact_id, delivery.recipient));
  const visible = before.filter(one => isKnown || tookPart(one, delivery.recipient));
  const isReply = delivery.purpose !== 'acknowledgement';
  const ours = await ownMessageIds(ctx, means, { ticketId: ticket_id, recipient: delivery.recipient });
  const inOrder = [...visible].reverse();
  const answered = isReply
    ? [...inOrder].reverse().find(one => one.author_type === 'contact' && one.message_id)
    : message;
  return {
    ticket: {
      id: ticket.id,
      number: ticket.number,
      subject: side?.subject ?? ticket.subject,
      requesterName: ticket.requester_name,
      requesterEmail: ticket.requester_email,
    },
    language: side?.language ?? ticket.language,
    recipientName: ticket.requester_email === delivery.recipient ? ticket.requester_name : '',
    to: message.recipients.to,
    cc: message.recipients.cc,
    message: spoken(message),
    signatureHtml: isReply ? await signatureOf(ctx, message.author_id) : '',
    files: isReply ? await filesOf(ctx, message_id) : [],
    earlier: isReply ? visible.slice(0, mostQuoted).map(spoken) : [],
    hasMoreEarlier: visible.length > mostQuoted,
    chain: inOrder.flatMap(one => (one.message_id ? [one.message_id] : (ours.get(one.id) ?? []))),
    answered: answered?.message_id ?? null,
    answerTime: isReply ? null : await usualAnswerTime(ctx),
  };
}

type Row = Awaited<ReturnType<typeof messagesUpTo>>[number];

/** The message and those before it, newest first: the public ones, or those of a side conversation. */
function messagesUpTo(ctx: Ctx, ticketId: string, messageId: string, sideId: string | null) {
  const ofThread = sideId
    ? ctx.tx.selectFrom('messages').where('side_id', '=', sideId)
    : ctx.tx.selectFrom('messages').where('kind', '=', 'public');
  return ofThread
    .select(['id', 'author_type', 'author_id', 'author_name', 'author_email', 'text', 'html', 'message_id'])
    .select(['recipients', 'at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('id', '<=', messageId)
    .orderBy('id', 'desc')
    .limit(60)
    .execute();
}

/** Third parties are written to in the workspace's language: theirs is not known. */
async function sideConversationOf(ctx: Ctx, messageId: string) {
  return ctx.tx
    .selectFrom('messages')
    .innerJoin('side_conversations as side', join =>
      join.onRef('side.workspace_id', '=', 'messages.workspace_id').onRef('side.id', '=', 'messages.side_id'),
    )
    .innerJoin('workspaces', 'workspaces.workspace_id', 'side.workspace_id')
    .select(['side.id', 'side.subject', 'workspaces.language'])
    .where('messages.workspace_id', '=', ctx.workspaceId)
    .where('messages.id', '=', messageId)
    .executeTakeFirst();
}

const spoken = (row: Row): Spoken => ({
  id: row.id,
  author: row.author_type,
  name: row.author_name,
  text: row.text,
  html: row.html,
  at: row.at,
});

/** S6: whoever was added later gets none of what was said before. */
function tookPart(row: Row, recipient: string): boolean {
  const { to, cc, bcc = [] } = row.recipients;
  const heard = [row.author_email ?? '', ...to, ...cc, ...bcc];
  return heard.some(address => address.toLowerCase() === recipient);
}

async function isOfContact(ctx: Ctx, contactId: string, address: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('contact_addresses')
    .select('contact_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('kind', '=', 'email')
    .where('value', '=', address)
    .executeTakeFirst();
  return row?.contact_id === contactId;
}

async function signatureOf(ctx: Ctx, agentId: string | null): Promise<string> {
  if (!agentId) return '';
  const row = await ctx.tx
    .selectFrom('agents')
    .select('signature_html')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', agentId)
    .executeTakeFirst();
  return row?.signature_html ?? '';
}

async function filesOf(ctx: Ctx, messageId: string): Promise<LetterFile[]> {
  const rows = await ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('message_id', '=', messageId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ name, type, size, storage_key, content_id, is_inline }) => ({
    name,
    type,
    size,
    storageKey: storage_key,
    contentId: is_inline ? content_id : null,
  }));
}
