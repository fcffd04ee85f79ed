import { sql } from 'kysely';
import type { z } from 'zod';
import type { file, message } from '../../../contract/routes/messages.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { DeliveryRow } from '../../platform/outbox/index.ts';
import { linksFor, resolveImages } from './rich-text.ts';
import { messagesWithSource } from './source.ts';
import type { File, Message } from './tables.ts';

type MessageReply = z.input<typeof message>;

const pageSize = 100;

/** The newest messages of a ticket, oldest first, or those before one of them. @throws NotFound for an unknown ticket */
export async function conversationOf(ctx: Ctx, secrets: Secrets, ticketId: string, before?: string) {
  const { rows } =
    await sql`select 1 from tickets where workspace_id = ${ctx.workspaceId} and id = ${ticketId}`.execute(
      ctx.tx,
    );
  if (rows.length === 0) throw notFound();
  let select = ctx.tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('id', 'desc')
    .limit(pageSize + 1);
  if (before) select = select.where('id', '<', before);
  const found = await select.execute();
  const page = found.slice(0, pageSize).reverse();
  return { messages: await toReplies(ctx, secrets, page), hasEarlier: found.length > pageSize };
}

/** One message in the shape of the contract. @throws NotFound */
export async function messageReply(ctx: Ctx, secrets: Secrets, id: string): Promise<MessageReply> {
  return (await toReplies(ctx, secrets, [await messageById(ctx, id)]))[0]!;
}

/** @throws NotFound */
export async function messageById(ctx: Ctx, id: string): Promise<Message> {
  const row = await ctx.tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
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
    .orderBy('id')
    .execute();
}

async function toReplies(ctx: Ctx, secrets: Secrets, messages: Message[]): Promise<MessageReply[]> {
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
  const { slug } = await ctx.tx
    .selectFrom('workspaces')
    .select('slug')
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirstOrThrow();
  const withSource = await messagesWithSource(ctx, ids);
  const link = linksFor(ctx, secrets);
  return messages.map(one => {
    const own = files.filter(candidate => candidate.message_id === one.id);
    const base = `/api/w/${slug}/messages/${one.id}`;
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
      subject: one.subject,
      files: own.map(candidate => fileReply(candidate, link)),
      deliveries: deliveries
        .filter(delivery => delivery.message_id === one.id && isToCustomer(delivery))
        .map(deliveryReply),
      notices: one.notices,
      sourceUrl: withSource.has(one.id) ? `${base}/source` : null,
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
const isToCustomer = (delivery: DeliveryRow) =>
  ['reply', 'opening', 'acknowledgement'].includes(delivery.purpose);

function deliveryReply(one: DeliveryRow): MessageReply['deliveries'][number] {
  return {
    id: one.id,
    recipient: one.recipient,
    state: one.state,
    detail: one.detail,
    nextTryAt: one.next_try_at?.toISOString() ?? null,
    at: one.updated_at.toISOString(),
  };
}
