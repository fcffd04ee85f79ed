// What our side wrote before it worked with Guichet: an answer that comes in with an archive and goes out to nobody.
import type { Actor, Ctx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { recogniseContact } from '../people/index.ts';
import { changeTicket, isSolved, openTicket } from '../tickets/index.ts';
import { addFiles } from './files.ts';
import { type Incoming, insertReceived, type Received } from './receive.ts';
import { previewOf } from './text.ts';

/**
 * Files an answer of ours as it was sent: into its ticket, which waits for the customer since, or as a ticket that we
 * began, to its first recipient. Nothing is sent. `author`: the agent, or null where the address is the desk's own.
 */
export async function takeInSent(
  given: Ctx,
  incoming: Incoming,
  { authorId, recipient }: { authorId: string | null; recipient: { name: string; email: string } },
): Promise<Received> {
  const actor: Actor = authorId
    ? { type: 'agent', id: authorId, via: given.actor.via }
    : { type: 'system', id: null, via: given.actor.via };
  const ctx: Ctx = { ...given, actor };
  const messageId = newId();
  const place = incoming.joins
    ? await answer(ctx, incoming.joins, incoming, messageId)
    : await begin(ctx, incoming, messageId, recipient);
  await insertReceived(ctx, { ticketId: place.ticketId, messageId, kind: 'public' }, incoming, {
    type: 'agent',
    id: authorId,
    name: incoming.sender.name || incoming.sender.email || '—',
  });
  await addFiles(ctx, { ticketId: place.ticketId, messageId }, incoming.files);
  return { ...place, messageId };
}

type Place = Omit<Received, 'messageId'>;

async function answer(ctx: Ctx, ticketId: string, incoming: Incoming, messageId: string): Promise<Place> {
  const { ticket, eventId } = await changeTicket(ctx, ticketId, before => ({
    kind: 'message.replied',
    facts: { messageId },
    set: {
      ...(!isSolved(before.status) && { status: 'pending' as const }),
      waiting_since: null,
      first_replied_at: before.first_replied_at ?? incoming.at,
      last_message_at: incoming.at,
      message_count: before.message_count + 1,
      has_files: before.has_files || incoming.files.some(file => !file.isInline),
      preview: previewOf(incoming.text || incoming.subject),
    },
  }));
  return { ticketId, number: ticket.number, eventId: eventId!, opened: false };
}

async function begin(
  ctx: Ctx,
  incoming: Incoming,
  messageId: string,
  { name, email }: { name: string; email: string },
): Promise<Place> {
  const contact = await recogniseContact(ctx, { email, name, language: incoming.language });
  const preview = previewOf(incoming.text || incoming.subject);
  const { ticket, eventId } = await openTicket(ctx, {
    subject: incoming.subject || preview || '—',
    channel: 'mail',
    language: contact.isNew ? incoming.language : contact.language,
    contact,
    requester: { name: name || contact.name || contact.visitorId, email },
    receivedAt: incoming.at,
    isAnswered: true,
    messageId,
    preview,
    hasFiles: incoming.files.some(file => !file.isInline),
    folderId: incoming.folderId,
    teamId: incoming.teamId,
    mailboxId: incoming.mailboxId,
  });
  return { ticketId: ticket.id, number: ticket.number, eventId, opened: true };
}
