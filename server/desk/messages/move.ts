// "This belongs elsewhere": a customer's message moves to another ticket, or becomes a ticket of its own, and back.
import { sql } from 'kysely';
import type { Changes } from '../../../contract/events/index.ts';
import { undoDays } from '../../../contract/routes/bulk.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, notFound } from '../../platform/errors/index.ts';
import { contactById } from '../people/index.ts';
import {
  allowParticipant,
  changeTicket,
  disallowParticipant,
  knownTicketId,
  oldValues,
  openTicket,
  refuseLocked,
  statusAfterCustomer,
  type Ticket,
} from '../tickets/index.ts';
import { filesOf, messageById } from './conversation.ts';
import { type Told, toldByMessages } from './messages-left.ts';
import type { Message } from './tables.ts';
import { previewOf } from './text.ts';

export interface Moved {
  /** What moveBack() takes. */
  eventId: string;
  ticketNumber: number;
  fromNumber: number;
}

/**
 * Moves a customer's message, with its files, to a ticket (by id or number), or with null into a new one. A ticket that
 * has no message left is merged into the other: what still comes for it goes there. With `joins`, the message's sender
 * may write into the ticket from now on (S6).
 * @throws NotFound, Conflict move-not-possible (not a customer's, the same ticket, or a ticket's only message on its own),
 * ticket-locked
 */
export async function moveMessage(
  ctx: Ctx,
  messageId: string,
  to: string | null,
  joins = false,
): Promise<Moved> {
  const message = await messageById(ctx, messageId);
  const toId = to === null ? null : await knownTicketId(ctx, to);
  if (message.author_type !== 'contact' || message.kind !== 'public' || toId === message.ticket_id)
    throw conflict('move-not-possible');
  await lockBoth(ctx, [message.ticket_id, ...(toId ? [toId] : [])]);
  if (toId === null && !(await hasOtherMessages(ctx, message))) throw conflict('move-not-possible');
  const own = toId === null ? await ticketOfItsOwn(ctx, message) : null;
  const targetId = toId ?? own!.id;
  const hasAllowed =
    toId !== null && joins && message.author_email !== null
      ? await allowParticipant(ctx, toId, message.author_email)
      : false;
  await carry(ctx, messageId, targetId);
  const out = await leave(ctx, message, targetId, hasAllowed);
  const number = own?.number ?? (await arrive(ctx, message, targetId)).number;
  return { eventId: out.eventId, ticketNumber: number, fromNumber: out.number };
}

async function ticketOfItsOwn(ctx: Ctx, message: Message): Promise<{ id: string; number: number }> {
  const from = await ctx.tx
    .selectFrom('tickets')
    .select(['number', 'channel', 'folder_id', 'team_id', 'mailbox_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', message.ticket_id)
    .executeTakeFirstOrThrow();
  const contact = await contactById(ctx, message.author_id!);
  const preview = previewOf(message.text || message.subject);
  const { ticket } = await openTicket(ctx, {
    subject: message.subject || preview || '—',
    channel: from.channel,
    language: contact.language,
    contact: { id: contact.id, organisationId: contact.organisation?.id ?? null },
    requester: { name: message.author_name, email: message.author_email },
    receivedAt: message.at,
    messageId: message.id,
    preview,
    hasFiles: (await filesOf(ctx, [message.id])).some(file => !file.is_inline),
    folderId: from.folder_id,
    teamId: from.team_id,
    mailboxId: from.mailbox_id,
    hint: { code: 'moved-from', ticketNumber: from.number },
  });
  return ticket;
}

/** The ticket that a message has left. What it made wait no longer does. */
async function leave(ctx: Ctx, message: Message, toTicketId: string, hasAllowed: boolean) {
  const left = await toldByMessages(ctx, message.ticket_id);
  const { ticket, eventId } = await changeTicket(ctx, message.ticket_id, before => ({
    kind: 'message.moved-out',
    facts: { messageId: message.id, ticketId: toTicketId, ...(hasAllowed && { hasAllowed }) },
    set: left ? lessWaiting(before, left) : emptied(toTicketId),
  }));
  return { number: ticket.number, eventId: eventId! };
}

function lessWaiting(before: Ticket, left: Told) {
  const waiting_since = before.waiting_since && left.waiting_since;
  const isAnswered = before.status === 'open' && waiting_since === null && before.first_replied_at !== null;
  return { ...left, waiting_since, ...(isAnswered && { status: 'pending' as const }) };
}

function emptied(into: string) {
  return {
    status: 'merged' as const,
    merged_into: into,
    waiting_since: null,
    message_count: 0,
    has_files: false,
  };
}

/** The ticket that a message has come to: it waits for an answer where none was given since. */
async function arrive(ctx: Ctx, message: Message, toId: string): Promise<Ticket> {
  const told = (await toldByMessages(ctx, toId))!;
  const { ticket } = await changeTicket(ctx, toId, before => {
    refuseLocked(before);
    if (before.merged_into) throw conflict('move-not-possible');
    const isUnanswered = told.waiting_since !== null && message.at >= told.waiting_since;
    return {
      kind: 'message.moved-in',
      facts: { messageId: message.id, ticketId: message.ticket_id },
      set: {
        ...told,
        ...(isUnanswered
          ? { status: statusAfterCustomer(before), resolved_at: null }
          : { waiting_since: before.waiting_since }),
      },
    };
  });
  return ticket;
}

/**
 * Takes a move back: the message, and what the move had changed on both tickets, is as it was where nothing else has
 * changed it since. Takes the event of the ticket that was left.
 * @throws NotFound, Conflict changed-since when the message has moved on, undo-too-late, undo-not-possible
 */
export async function moveBack(ctx: Ctx, messageId: string, eventId: string): Promise<Moved> {
  const message = await messageById(ctx, messageId);
  const event = await ctx.tx
    .selectFrom('events')
    .select(['ticket_id', 'kind', 'facts', 'changes', 'at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (!event) throw notFound();
  const facts = event.facts as { messageId: string; ticketId: string; hasAllowed?: boolean };
  if (event.kind !== 'message.moved-out' || facts.messageId !== messageId)
    throw conflict('undo-not-possible');
  if (message.ticket_id !== facts.ticketId) throw conflict('changed-since');
  if (ctx.now.getTime() - event.at.getTime() > undoDays * 24 * 3600 * 1000) throw conflict('undo-too-late');
  const home = await knownTicketId(ctx, event.ticket_id);
  await lockBoth(ctx, [home, facts.ticketId]);
  const undoing: Ctx = { ...ctx, marks: { ...ctx.marks, undoes: eventId } };
  if (facts.hasAllowed && message.author_email)
    await disallowParticipant(ctx, facts.ticketId, message.author_email);
  const moved = await changesOf(ctx, facts.ticketId, messageId);
  await carry(ctx, messageId, home);
  const left = await toldByMessages(ctx, facts.ticketId);
  const away = await changeTicket(undoing, facts.ticketId, before => ({
    kind: 'message.moved-out',
    facts: { messageId, ticketId: home },
    set: left ? { ...lessWaiting(before, left), ...oldValues(before, moved) } : emptied(home),
  }));
  const told = (await toldByMessages(ctx, home))!;
  const back = await changeTicket(undoing, home, before => ({
    kind: 'message.moved-in',
    facts: { messageId, ticketId: facts.ticketId },
    set: { ...told, waiting_since: before.waiting_since, ...oldValues(before, event.changes) },
  }));
  return { eventId: away.eventId!, ticketNumber: back.ticket.number, fromNumber: away.ticket.number };
}

/** What the arrival of a message had changed on a ticket. */
async function changesOf(ctx: Ctx, ticketId: string, messageId: string): Promise<Changes> {
  const event = await ctx.tx
    .selectFrom('events')
    .select('changes')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'message.moved-in')
    .where(sql<string>`facts ->> 'messageId'`, '=', messageId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return event?.changes ?? {};
}

/** Files go with their message. */
async function carry(ctx: Ctx, messageId: string, toId: string): Promise<void> {
  await ctx.tx
    .updateTable('messages')
    .set({ ticket_id: toId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', messageId)
    .execute();
  await ctx.tx
    .updateTable('files')
    .set({ ticket_id: toId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('message_id', '=', messageId)
    .execute();
}

async function hasOtherMessages(ctx: Ctx, message: Message): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', message.ticket_id)
    .where('kind', '=', 'public')
    .where('id', '<>', message.id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** In the order of their ids, so that two moves between the same tickets wait instead of blocking one another. */
async function lockBoth(ctx: Ctx, ids: string[]): Promise<void> {
  await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}
