// A customer's words come in, by whatever channel: into the ticket they belong to, or as a new one.
import type { CalendarEntry } from '../../../contract/calendar-entry.ts';
import type { Language } from '../../../contract/fields.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { recogniseContact } from '../people/index.ts';
import { changeTicket, type Hint, openTicket, statusAfterCustomer } from '../tickets/index.ts';
import { addFiles, type StoredFile } from './files.ts';
import { previewOf } from './text.ts';

export interface Incoming {
  channel: 'mail' | 'form' | 'chat' | 'phone';
  mailboxId: string | null;
  folderId: string | null;
  teamId: string | null;
  language: Language;
  sender: { name: string; email: string | null };
  subject: string;
  text: string;
  quotedText: string;
  html: string | null;
  newHtml: string | null;
  hasRemoteImages: boolean;
  recipients: { to: string[]; cc: string[] };
  messageId: string | null;
  notices: string[];
  calendar: CalendarEntry | null;
  files: StoredFile[];
  /** The ticket that the sender has proved to belong to (S5), or null for a new one. */
  joins: string | null;
  hint: Hint | null;
  at: Date;
}

export interface Received {
  ticketId: string;
  messageId: string;
  number: number;
  eventId: string;
  opened: boolean;
}

/**
 * Takes in a message of a customer (CHP-08). In a ticket that is closed for good it opens a follow-up instead (D-01).
 * The contact is recognised by address and is the actor of the event;
 * an import stays one, so that it sets nothing off.
 */
export async function receive(given: Ctx, incoming: Incoming): Promise<Received> {
  const { sender, language } = incoming;
  const contact = await recogniseContact(given, {
    email: sender.email ?? undefined,
    name: sender.name,
    language,
  });
  const via = given.actor.via === 'import' ? 'import' : incoming.channel;
  const ctx: Ctx = { ...given, actor: { type: 'contact', id: contact.id, via } };
  const messageId = newId();
  const preview = previewOf(incoming.text || incoming.subject);
  const joined = incoming.joins ? await join(ctx, incoming.joins, incoming, messageId, preview) : null;
  const closed = joined && 'closedNumber' in joined ? joined : null;
  const place =
    joined && !('closedNumber' in joined)
      ? joined
      : await open(ctx, incoming, contact, messageId, preview, closed?.closedNumber);
  await insertReceived(ctx, { ticketId: place.ticketId, messageId, kind: 'public' }, incoming, {
    id: contact.id,
    name: incoming.sender.name || contact.name || contact.visitorId,
  });
  await addFiles(ctx, { ticketId: place.ticketId, messageId }, incoming.files);
  return { ...place, messageId };
}

type Place = Omit<Received, 'messageId'>;
type Contact = Awaited<ReturnType<typeof recogniseContact>>;

async function join(
  ctx: Ctx,
  ticketId: string,
  incoming: Incoming,
  messageId: string,
  preview: string,
): Promise<Place | { closedNumber: number }> {
  const { ticket, eventId } = await changeTicket(ctx, ticketId, before => {
    if (before.status === 'closed') return null;
    return {
      kind: 'message.received',
      facts: { messageId, channel: incoming.channel },
      set: {
        status: statusAfterCustomer(before),
        resolved_at: null,
        waiting_since: before.waiting_since ?? incoming.at,
        last_message_at: incoming.at,
        message_count: before.message_count + 1,
        has_files: before.has_files || incoming.files.some(file => !file.isInline),
        preview,
      },
    };
  });
  if (!eventId) return { closedNumber: ticket.number };
  return { ticketId, number: ticket.number, eventId, opened: false };
}

async function open(
  ctx: Ctx,
  incoming: Incoming,
  contact: Contact,
  messageId: string,
  preview: string,
  followsUp?: number,
): Promise<Place> {
  const { ticket, eventId } = await openTicket(ctx, {
    subject: incoming.subject || preview || '—',
    channel: incoming.channel,
    language: contact.isNew ? incoming.language : contact.language,
    contact,
    requester: {
      name: incoming.sender.name || contact.name || contact.visitorId,
      email: incoming.sender.email,
    },
    receivedAt: incoming.at,
    messageId,
    preview,
    hasFiles: incoming.files.some(file => !file.isInline),
    folderId: incoming.folderId,
    teamId: incoming.teamId,
    mailboxId: incoming.mailboxId,
    hint: followsUp === undefined ? incoming.hint : { code: 'follow-up', ticketNumber: followsUp },
  });
  return { ticketId: ticket.id, number: ticket.number, eventId, opened: true };
}

/**
 * Inserts what came from outside, by a contact unless said otherwise; a third party's words are a note (see side/) by nobody
 * whom the desk knows.
 */
export async function insertReceived(
  ctx: Ctx,
  where: { ticketId: string; messageId: string; kind: 'public' | 'note'; sideId?: string },
  incoming: Incoming,
  author: { type?: 'contact' | 'agent'; id: string | null; name: string },
): Promise<void> {
  await ctx.tx
    .insertInto('messages')
    .values({
      workspace_id: ctx.workspaceId,
      id: where.messageId,
      ticket_id: where.ticketId,
      kind: where.kind,
      side_id: where.sideId ?? null,
      author_type: author.type ?? 'contact',
      author_id: author.id,
      author_name: author.name,
      author_email: incoming.sender.email,
      subject: incoming.subject,
      text: incoming.text,
      quoted_text: incoming.quotedText,
      html: incoming.html,
      new_html: incoming.newHtml,
      is_mail: incoming.channel === 'mail',
      has_remote_images: incoming.hasRemoteImages,
      recipients: JSON.stringify(incoming.recipients),
      message_id: incoming.messageId,
      notices: incoming.notices,
      calendar: incoming.calendar && JSON.stringify(incoming.calendar),
      at: incoming.at,
    })
    .execute();
}
