// What agents write: replies to the customer, internal notes, and tickets that they open.
import type { Input } from '../../../contract/route.ts';
import type { ticketRoutes } from '../../../contract/routes/tickets.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { agentById, recogniseContact } from '../people/index.ts';
import {
  changeTicket,
  openTicket,
  refuseLocked,
  type SettableStatus,
  settingStatus,
  type Ticket,
} from '../tickets/index.ts';
import { workspaceOf } from '../workspaces/index.ts';
import { attach, takeUploads } from './files.ts';
import { cleanRichText, imageIdsIn } from './rich-text.ts';
import type { File } from './tables.ts';
import { previewOf, textOf } from './text.ts';

interface Written {
  html: string;
  text: string;
  imageIds: string[];
  files: File[];
}

/** @throws Invalid empty-message; what takeUploads throws */
async function prepare(
  ctx: Ctx,
  secrets: Secrets,
  input: { html: string; fileIds: string[] },
): Promise<Written> {
  const html = cleanRichText(ctx, secrets, input.html);
  const text = textOf(html);
  const imageIds = imageIdsIn(html);
  const files = await takeUploads(ctx, [...input.fileIds, ...imageIds]);
  if (!text && files.length === 0) throw invalid('empty-message');
  return { html, text, imageIds, files };
}

/**
 * Answers the customer: message, event, new status (pending unless said otherwise: LUM-03) and the mail in the outbox,
 * all in one transaction. Gives the message's id.
 * @throws NotFound, Conflict ticket-locked, Invalid empty-message, no-recipient or of the files
 */
export async function reply(
  ctx: Ctx,
  secrets: Secrets,
  ticketId: string,
  input: { html: string; fileIds: string[]; status: SettableStatus },
): Promise<string> {
  const written = await prepare(ctx, secrets, input);
  const messageId = newId();
  const { ticket, eventId } = await changeTicket(ctx, ticketId, before => {
    refuseLocked(before);
    if (!before.requester_email) throw invalid('no-recipient');
    const status = input.status === 'new' ? 'open' : input.status;
    return {
      kind: 'message.replied',
      facts: { messageId },
      set: {
        ...settingStatus(status, ctx.now),
        waiting_since: null,
        first_replied_at: before.first_replied_at ?? ctx.now,
        ...afterMessage(ctx, before, written),
      },
    };
  });
  await insertWritten(ctx, { ticketId, messageId, kind: 'public', to: [ticket.requester_email!] }, written);
  await queueDelivery(ctx, {
    purpose: 'reply',
    recipient: ticket.requester_email!,
    ticketId,
    messageId,
    eventId,
    mailboxId: ticket.mailbox_id,
  });
  return messageId;
}

/** Writes an internal note: no status changes and nothing leaves the desk (LUM-02, LUM-34). Gives the message's id. */
export async function writeNote(
  ctx: Ctx,
  secrets: Secrets,
  ticketId: string,
  input: { html: string; fileIds: string[] },
): Promise<string> {
  const written = await prepare(ctx, secrets, input);
  const messageId = newId();
  await changeTicket(ctx, ticketId, before => ({
    kind: 'message.noted',
    facts: { messageId },
    set: { message_count: before.message_count + 1, has_files: before.has_files || hasAttached(written) },
  }));
  await insertWritten(ctx, { ticketId, messageId, kind: 'note', to: [] }, written);
  return messageId;
}

/**
 * Opens a ticket by hand (LUM-28 to LUM-32): either the agent writes to the customer, who gets it by mail, or the agent
 * records what the customer asked. Gives the ticket's id.
 */
export async function openByAgent(
  ctx: Ctx,
  secrets: Secrets,
  input: Input<typeof ticketRoutes.open>['body'],
): Promise<string> {
  const written = await prepare(ctx, secrets, input);
  if (input.mailboxId) await refuseUnknownMailbox(ctx, input.mailboxId);
  const workspace = await workspaceOf(ctx);
  const { email, name } = input.requester;
  const contact = await recogniseContact(ctx, { email, name, language: workspace.language });
  const messageId = newId();
  const requesterName = name || contact.name || contact.visitorId;
  const { ticket, eventId } = await openTicket(ctx, {
    subject: input.subject,
    channel: 'agent',
    language: contact.language,
    contact,
    requester: { name: requesterName, email },
    receivedAt: ctx.now,
    messageId,
    preview: previewOf(written.text),
    hasFiles: hasAttached(written),
    isAnswered: input.sendsMail,
    folderId: input.folderId,
    teamId: input.teamId,
    assigneeId: input.assigneeId,
    priority: input.priority,
    mailboxId: input.mailboxId,
    tagIds: input.tagIds,
  });
  const author = input.sendsMail
    ? undefined
    : { type: 'contact' as const, id: contact.id, name: requesterName, email };
  await insertWritten(
    ctx,
    {
      ticketId: ticket.id,
      messageId,
      kind: 'public',
      to: input.sendsMail ? [email] : [],
      subject: input.subject,
      author,
    },
    written,
  );
  if (input.sendsMail) {
    await queueDelivery(ctx, {
      purpose: 'opening',
      recipient: email,
      ticketId: ticket.id,
      messageId,
      eventId,
      mailboxId: ticket.mailbox_id,
    });
  }
  return ticket.id;
}

async function refuseUnknownMailbox(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('mailboxes')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
}

const hasAttached = (written: Written) => written.files.some(file => !written.imageIds.includes(file.id));

function afterMessage(ctx: Ctx, before: Ticket, written: Written) {
  return {
    last_message_at: ctx.now,
    message_count: before.message_count + 1,
    has_files: before.has_files || hasAttached(written),
    preview: previewOf(written.text),
  };
}

interface Where {
  ticketId: string;
  messageId: string;
  kind: 'public' | 'note';
  to: string[];
  subject?: string;
  author?: { type: 'contact'; id: string; name: string; email: string };
}

async function insertWritten(ctx: Ctx, where: Where, written: Written): Promise<void> {
  const agent = await agentById(ctx, ctx.actor.id!);
  const author = where.author ?? {
    type: 'agent' as const,
    id: agent.id,
    name: agent.name,
    email: agent.email,
  };
  await ctx.tx
    .insertInto('messages')
    .values({
      workspace_id: ctx.workspaceId,
      id: where.messageId,
      ticket_id: where.ticketId,
      kind: where.kind,
      author_type: author.type,
      author_id: author.id,
      author_name: author.name,
      author_email: author.email,
      subject: where.subject ?? '',
      text: written.text,
      quoted_text: '',
      html: written.html,
      new_html: null,
      is_mail: false,
      has_remote_images: false,
      recipients: JSON.stringify({ to: where.to, cc: [] }),
      message_id: null,
      notices: [],
      at: ctx.now,
    })
    .execute();
  await attach(ctx, where, written.files, written.imageIds);
}
