// A reply whose moment has come becomes a message, exactly once: the row is locked under the ticket's lock, and gone in
// the transaction that sends. Whoever comes second, or again after a crash, finds nothing left to do.
import type { Ctx } from '../../platform/db/index.ts';
import { systemActor } from '../../platform/db/index.ts';
import { forbidden, notFound } from '../../platform/errors/index.ts';
import type { Platform } from '../../platform/index.ts';
import { enqueue, type Tasks } from '../../platform/jobs/index.ts';
import { changeTicket } from '../tickets/index.ts';
import { asAuthor, hold, reasonToHold } from './hold.ts';
import { forgetOutgoing, lockOutgoing, outgoingById, sendJobOf, writtenOf } from './outgoing.ts';
import { sendWritten } from './reply.ts';
import type { Outgoing } from './tables.ts';

/** The queue and the app may see the time a moment apart. */
const toleranceMs = 1_000;
/** Later than that, the job of a reply is lost or stuck with a process that died. */
const overdueMs = 30_000;

/** The task `reply.send` {workspaceId, outgoingId}. */
export function openSendingTasks({ database }: Platform): Tasks {
  return {
    'reply.send': async payload => {
      const { workspaceId, outgoingId } = payload as { workspaceId: string; outgoingId: string };
      await database.run({ workspaceId, actor: systemActor('clock') }, ctx => commitReply(ctx, outgoingId));
    },
  };
}

/** Sends a reply whose moment has come as the agent who wrote it, or holds it. Gives the message's id, or null. */
export async function commitReply(ctx: Ctx, id: string): Promise<string | null> {
  const known = await ctx.tx
    .selectFrom('outgoing')
    .select('ticket_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!known) return null;
  let ready: Outgoing | null = null;
  await changeTicket(ctx, known.ticket_id, async ticket => {
    const row = await lockOutgoing(ctx, id);
    if (row?.state !== 'waiting') return null;
    if (row.send_at.getTime() > ctx.now.getTime() + toleranceMs) {
      await enqueue(ctx.tx, [sendJobOf(ctx.workspaceId, id, row.send_at)]);
      return null;
    }
    const reason = await reasonToHold(ctx, ticket, row);
    if (reason) return hold(ctx, row, reason);
    ready = row;
    return null;
  });
  return ready ? release(ctx, ready) : null;
}

/**
 * Sends a reply now that was to leave later or was held, by its writer.
 * @throws NotFound when it has left, Forbidden not-your-reply, what reply() throws
 */
export async function sendOutgoingNow(
  ctx: Ctx,
  id: string,
  seenMessageId: string | null | undefined,
): Promise<{ ticketId: string; messageId: string }> {
  const { ticket_id: ticketId } = await outgoingById(ctx, id);
  await changeTicket(ctx, ticketId, () => null);
  const row = await lockOutgoing(ctx, id);
  if (!row) throw notFound();
  if (row.author_id !== ctx.actor.id) throw forbidden('not-your-reply');
  // What would be held at its moment is not sent before it either.
  const seen = row.state === 'waiting' ? (seenMessageId ?? row.seen_message_id) : seenMessageId;
  return { ticketId, messageId: await release(ctx, row, seen) };
}

async function release(ctx: Ctx, row: Outgoing, seenMessageId?: string | null): Promise<string> {
  const author = (await asAuthor(ctx, row))!;
  const { status, recipients } = row;
  const written = await writtenOf(ctx, row);
  const messageId = await sendWritten(author, row.ticket_id, written, { status, recipients, seenMessageId });
  await forgetOutgoing(ctx, row.id);
  return messageId;
}

/** Clock: gives replies that should have left their job again. */
export async function requeueOverdue(ctx: Ctx, limit = 500): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('outgoing')
    .select(['id', 'send_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('state', '=', 'waiting')
    .where('send_at', '<', new Date(ctx.now.getTime() - overdueMs))
    .orderBy('send_at')
    .limit(limit)
    .execute();
  await enqueue(
    ctx.tx,
    rows.map(row => sendJobOf(ctx.workspaceId, row.id, row.send_at)),
  );
}
