// Replies on their way in the shape of the contract.
import type { z } from 'zod';
import type { outgoing } from '../../../contract/routes/sending.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { withinReach } from '../tickets/index.ts';
import { fileReply } from './conversation.ts';
import { linksFor, resolveImages } from './rich-text.ts';

type OutgoingReply = z.input<typeof outgoing>;

/** Those of one ticket, of one author, or one alone, within the actor's reach; the next to leave first. */
export async function outgoingReplies(
  ctx: Ctx,
  secrets: Secrets,
  which: { ticketId: string } | { authorId: string } | { id: string },
): Promise<OutgoingReply[]> {
  let select = ctx.tx
    .selectFrom('outgoing')
    .innerJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'outgoing.workspace_id')
        .onRef('tickets.id', '=', 'outgoing.ticket_id'),
    )
    .selectAll('outgoing')
    .select(['tickets.number', 'tickets.subject'])
    .where('outgoing.workspace_id', '=', ctx.workspaceId)
    .where(withinReach(ctx))
    .orderBy('outgoing.send_at')
    .orderBy('outgoing.id')
    .limit(200);
  if ('ticketId' in which) select = select.where('outgoing.ticket_id', '=', which.ticketId);
  if ('authorId' in which) select = select.where('outgoing.author_id', '=', which.authorId);
  if ('id' in which) select = select.where('outgoing.id', '=', which.id);
  const rows = await select.execute();
  const files = await filesOf(
    ctx,
    rows.map(row => row.id),
  );
  const link = linksFor(ctx, secrets);
  return rows.map(row => {
    const own = files.filter(file => file.outgoing_id === row.id);
    return {
      id: row.id,
      ticket: { id: row.ticket_id, number: row.number, subject: row.subject },
      authorId: row.author_id,
      html: resolveImages(row.html, own, link),
      text: row.text,
      ...row.recipients,
      files: own.map(file => fileReply(file, link)),
      status: row.status,
      isScheduled: row.is_scheduled,
      sendAt: row.send_at.toISOString(),
      millisecondsLeft: Math.max(0, row.send_at.getTime() - ctx.now.getTime()),
      state: row.state,
      reason: row.reason,
    };
  });
}

function filesOf(ctx: Ctx, outgoingIds: string[]) {
  if (outgoingIds.length === 0) return [];
  return ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('outgoing_id', 'in', outgoingIds)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
