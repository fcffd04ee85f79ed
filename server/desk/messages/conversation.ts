import { sql } from 'kysely';
import type { z } from 'zod';
import type { file, message } from '../../../contract/routes/messages.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { DeliveryRow } from '../../platform/outbox/index.ts';
import { ticketIdOf } from '../tickets/index.ts';
import { linksFor, resolveImages } from './rich-text.ts';
import { subjectsOf } from './side/sides.ts';
import type { File, Message } from './tables.ts';

type MessageReply = z.input<typeof message>;

const pageSize = 100;

type Placed = Message & { slug: string; has_source: boolean };

/** The workspace's name in addresses, and whether the mail is kept as it came: read together with the messages. */
const place = sql<string>`(select w.slug from workspaces w where w.workspace_id = messages.workspace_id)`.as(
  'slug',
);
const hasSource = sql<boolean>`exists (select from raw_mails r
  where r.workspace_id = messages.workspace_id and r.filed_message_id = messages.id)`.as('has_source');

/** The newest messages of a ticket, oldest first, or those before one of them. @throws NotFound for an unknown ticket */
export async function conversationOf(ctx: Ctx, secrets: Secrets, ticketId: string, before?: string) {
  let select = ctx.tx
    .selectFrom('messages')
    .selectAll()
    .select([place, hasSource])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('id', 'desc')
    .limit(pageSize + 1);
  if (before) select = select.where('id', '<', before);
  const found = await select.execute();
  if (found.length === 0) await refuseUnknown(ctx, ticketId);
  const page = found.slice(0, pageSize).reverse();
  return { messages: await toReplies(ctx, secrets, page), hasEarlier: found.length > pageSize };
}

/** One message in the shape of the contract. @throws NotFound */
export async function messageReply(ctx: Ctx, secrets: Secrets, id: string): Promise<MessageReply> {
  const row = await ctx.tx
    .selectFrom('messages')
    .selectAll()
    .select([place, hasSource])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return (await toReplies(ctx, secrets, [row]))[0]!;
}

/** A ticket has a message from its first moment: without one, only its absence is left to tell. */
async function refuseUnknown(ctx: Ctx, ticketId: string): Promise<void> {
  const known = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirst();
  if (!known) throw notFound();
}

/** Of a ticket that the actor may see. @throws NotFound */
export async function messageById(ctx: Ctx, id: string): Promise<Message> {
  const row = await ctx.tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  await ticketIdOf(ctx, row.ticket_id);
  return row;
}

/** The files of messages. */
export async function filesOf(ctx: Ctx, messageIds: string[]): Promise<File[]> {
  if (messageIds.length === 0) return [];
  return ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('message_id', 'in', messageIds)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

async function toReplies(ctx: Ctx, secrets: Secrets, messages: Placed[]): Promise<MessageReply[]> {
  const ids = messages.map(one => one.id);
  const files = await filesOf(ctx, ids);
  const deliveries = ids.length
    ? await ctx.tx
        .selectFrom('deliveries')
        .selectAll()
        .where('workspace_id', '=', ctx.workspaceId)
        .where('message_id', 'in', ids)
        .orderBy('id')
        .execute()
    : [];
  const sides = await subjectsOf(ctx, [...new Set(messages.flatMap(one => one.side_id ?? []))]);
  const link = linksFor(ctx, secrets);
  return messages.map(one => {
    const own = files.filter(candidate => candidate.message_id === one.id);
    const base = `/api/w/${one.slug}/messages/${one.id}`;
    const isRich = one.html !== null && !one.is_mail;
    return {
      id: one.id,
      kind: one.kind,
      author: { type: one.author_type, id: one.author_id, name: one.author_name, email: one.author_email },
      at: one.at.toISOString(),
      text: one.text,
      html: isRich ? resolveImages(one.html!, own, link) : null,
      frameUrl: one.is_mail && one.html !== null ? `${base}/frame` : null,
      quotedText: one.quoted_text,
      hasQuote: one.quoted_text !== '' || (one.new_html !== null && one.new_html !== one.html),
      hasRemoteImages: one.has_remote_images,
      to: one.recipients.to,
      cc: one.recipients.cc,
      bcc: one.recipients.bcc ?? [],
      subject: one.subject,
      side: one.side_id ? { id: one.side_id, subject: sides.get(one.side_id) ?? '' } : null,
      files: own.map(candidate => fileReply(candidate, link)),
      deliveries: deliveries
        .filter(delivery => delivery.message_id === one.id && isOfMessage(delivery))
        .map(delivery => deliveryReply(delivery, `/api/w/${one.slug}/deliveries/${delivery.id}/report`)),
      notices: one.notices,
      calendar: one.calendar,
      sourceUrl: one.has_source ? `${base}/source` : null,
    };
  });
}

/** A file in the shape of the contract. */
export function fileReply(one: File, link: (fileId: string) => string): z.input<typeof file> {
  return {
    id: one.id,
    name: one.name,
    type: one.type,
    size: one.size,
    isInline: one.is_inline,
    url: link(one.id),
  };
}

/** Notices to agents about a message are no deliveries of it. */
const isOfMessage = (delivery: DeliveryRow) =>
  ['reply', 'opening', 'acknowledgement', 'side'].includes(delivery.purpose);

function deliveryReply(one: DeliveryRow, reportUrl: string): MessageReply['deliveries'][number] {
  return {
    id: one.id,
    recipient: one.recipient,
    state: one.state,
    detail: one.detail,
    nextTryAt: one.next_try_at?.toISOString() ?? null,
    isDead: one.is_dead,
    reportUrl: one.report_id && reportUrl,
    at: one.updated_at.toISOString(),
  };
}
