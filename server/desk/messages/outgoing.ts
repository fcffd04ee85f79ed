// Replies on their way: the seconds in which Send can be undone, and what is sent later. They are no messages yet: nobody
// outside has read them, the ticket stays as it is, and whoever wrote them can take them back.
import type { Recipients } from '../../../contract/routes/reply-body.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { forbidden, invalid, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { changeTicket, refuseLocked, withinReach } from '../tickets/index.ts';
import { newestPublicId, refuseNewer } from './newer.ts';
import { recipientsOf } from './recipients.ts';
import type { ReplyWish } from './reply.ts';
import { imageIdsIn } from './rich-text.ts';
import type { Outgoing } from './tables.ts';
import { prepare, type Written } from './written.ts';

type When = { delaySeconds: number } | { sendAt: string };

/** Replies can be planned this far ahead. */
const longestDays = 366;

/**
 * Lets a reply leave after some seconds or at a time. All that would refuse it is refused now. Gives its id.
 * @throws what reply() throws; Invalid send-at-past or send-at-far
 */
export async function scheduleReply(
  ctx: Ctx,
  secrets: Secrets,
  ticketId: string,
  input: ReplyWish & { html: string; fileIds: string[] } & When,
): Promise<string> {
  const written = await prepare(ctx, secrets, input);
  const isScheduled = 'sendAt' in input;
  const sendAt = isScheduled
    ? momentAhead(ctx, input.sendAt)
    : new Date(ctx.now.getTime() + input.delaySeconds * 1000);
  const id = newId();
  let recipients: Recipients | undefined;
  let seenId: string | null = null;
  await changeTicket(ctx, ticketId, async ticket => {
    refuseLocked(ticket);
    await refuseNewer(ctx, ticketId, input.seenMessageId);
    recipients = await recipientsOf(ctx, ticket, input.recipients);
    seenId = input.seenMessageId ?? (await newestPublicId(ctx, ticketId));
    return { kind: isScheduled ? 'message.scheduled' : 'message.leaving', facts: { outgoingId: id } };
  });
  await ctx.tx
    .insertInto('outgoing')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      ticket_id: ticketId,
      author_id: ctx.actor.id!,
      html: written.html,
      text: written.text,
      recipients: JSON.stringify(recipients),
      status: input.status,
      seen_message_id: seenId,
      is_scheduled: isScheduled,
      send_at: sendAt,
      state: 'waiting',
      reason: null,
      created_at: ctx.now,
    })
    .execute();
  await keepFiles(ctx, written, id);
  await enqueue(ctx.tx, [sendJobOf(ctx.workspaceId, id, sendAt)]);
  return id;
}

/** Lets a reply leave at another time, also one that was held. @throws NotFound, Forbidden not-your-reply, Invalid */
export async function rescheduleReply(
  ctx: Ctx,
  id: string,
  input: { sendAt: string; seenMessageId?: string | null },
): Promise<void> {
  const sendAt = momentAhead(ctx, input.sendAt);
  const { ticket_id } = await outgoingById(ctx, id);
  await changeTicket(ctx, ticket_id, async ticket => {
    refuseLocked(ticket);
    const row = await lockOutgoing(ctx, id);
    if (!row) throw notFound();
    if (row.author_id !== ctx.actor.id) throw forbidden('not-your-reply');
    await refuseNewer(ctx, ticket_id, input.seenMessageId);
    const seen_message_id = input.seenMessageId ?? (await newestPublicId(ctx, ticket_id));
    await ctx.tx
      .updateTable('outgoing')
      .set({ send_at: sendAt, is_scheduled: true, state: 'waiting', reason: null, seen_message_id })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute();
    return { kind: 'message.scheduled', facts: { outgoingId: id } };
  });
  await enqueue(ctx.tx, [sendJobOf(ctx.workspaceId, id, sendAt)]);
}

/**
 * Takes a reply back; its files are the acting agent's uploads again. Its writer may as long as it has not left, and
 * anybody in the team once it is held, so that nothing is stuck with somebody who is away.
 * @throws NotFound when it has left, Forbidden not-your-reply
 */
export async function withdrawReply(ctx: Ctx, id: string): Promise<void> {
  const { ticket_id } = await outgoingById(ctx, id);
  await changeTicket(ctx, ticket_id, async () => {
    const row = await lockOutgoing(ctx, id);
    if (!row) throw notFound();
    if (row.author_id !== ctx.actor.id && row.state !== 'held') throw forbidden('not-your-reply');
    await ctx.tx
      .updateTable('files')
      .set({ outgoing_id: null, uploaded_by: ctx.actor.id, created_at: ctx.now })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('outgoing_id', '=', id)
      .execute();
    await forgetOutgoing(ctx, id);
    return { kind: 'message.withdrawn', facts: { outgoingId: id } };
  });
}

/** Of a ticket that the actor may see. @throws NotFound */
export async function outgoingById(ctx: Ctx, id: string): Promise<Outgoing> {
  const row = await ctx.tx
    .selectFrom('outgoing')
    .innerJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'outgoing.workspace_id')
        .onRef('tickets.id', '=', 'outgoing.ticket_id'),
    )
    .selectAll('outgoing')
    .where('outgoing.workspace_id', '=', ctx.workspaceId)
    .where('outgoing.id', '=', id)
    .where(withinReach(ctx))
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Locks a reply on its way; null when it has left or was taken back. The ticket's lock comes first, always. */
export async function lockOutgoing(ctx: Ctx, id: string): Promise<Outgoing | null> {
  const row = await ctx.tx
    .selectFrom('outgoing')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function forgetOutgoing(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx
    .deleteFrom('outgoing')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** What was written, with the files that wait for it. */
export async function writtenOf(ctx: Ctx, row: Outgoing): Promise<Written> {
  const files = await ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('outgoing_id', '=', row.id)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute();
  return { html: row.html, text: row.text, imageIds: imageIdsIn(row.html), files };
}

async function keepFiles(ctx: Ctx, { files, imageIds }: Written, id: string): Promise<void> {
  for (const [position, file] of files.entries()) {
    await ctx.tx
      .updateTable('files')
      .set({ outgoing_id: id, is_inline: imageIds.includes(file.id), position })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', file.id)
      .execute();
  }
}

/** @throws Invalid send-at-past, send-at-far */
function momentAhead(ctx: Ctx, text: string): Date {
  const at = new Date(text);
  if (at <= ctx.now) throw invalid('send-at-past');
  if (at.getTime() > ctx.now.getTime() + longestDays * 24 * 3600 * 1000) throw invalid('send-at-far');
  return at;
}

/** The job that sends one reply when its moment has come. A new one replaces one that has not begun. */
export function sendJobOf(workspaceId: string, outgoingId: string, runAt: Date) {
  return { task: 'reply.send', payload: { workspaceId, outgoingId }, key: `outgoing:${outgoingId}`, runAt };
}
