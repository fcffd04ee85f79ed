// The files of a ticket by themselves (ZOH-17, ZOH-18): those that came with messages, and those that were only added.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { attachment } from '../../../contract/routes/attachments.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { forbidden, notFound } from '../../platform/errors/index.ts';
import { changeTicket, ticketIdOf } from '../tickets/index.ts';
import { fileReply } from './conversation.ts';
import { takeUploads } from './files.ts';
import { linksFor } from './rich-text.ts';

/** Every file of a ticket that is no image within a text, newest first. */
export async function attachmentsOf(
  ctx: Ctx,
  secrets: Secrets,
  ticketId: string,
): Promise<z.input<typeof attachment>[]> {
  const rows = await ctx.tx
    .selectFrom('files')
    .leftJoin('messages as m', join =>
      join.onRef('m.workspace_id', '=', 'files.workspace_id').onRef('m.id', '=', 'files.message_id'),
    )
    .leftJoin('agents as a', join =>
      join.onRef('a.workspace_id', '=', 'files.workspace_id').onRef('a.id', '=', 'files.uploaded_by'),
    )
    .selectAll('files')
    .select([
      'm.kind as message_kind',
      'm.author_type',
      'm.author_id',
      'm.author_name',
      'a.name as agent_name',
    ])
    .select(sql<Date>`coalesce(m.at, files.created_at)`.as('at'))
    .where('files.workspace_id', '=', ctx.workspaceId)
    .where('files.ticket_id', '=', ticketId)
    .where('files.is_inline', '=', false)
    .orderBy(sql`coalesce(m.at, files.created_at)`, 'desc')
    .orderBy('files.id', 'desc')
    .execute();
  const link = linksFor(ctx, secrets);
  return rows.map(row => ({
    ...fileReply(row, link),
    at: row.at.toISOString(),
    by: row.message_id
      ? { type: row.author_type!, id: row.author_id, name: row.author_name! }
      : { type: 'agent' as const, id: row.uploaded_by, name: row.agent_name ?? '' },
    messageId: row.message_id,
    isInNote: row.message_kind === 'note',
  }));
}

/**
 * Adds an agent's own uploads to a ticket without sending them; History tells it.
 * @throws NotFound, Invalid file-too-large or message-too-large
 */
export async function addToTicket(ctx: Ctx, ticketId: string, fileIds: string[]): Promise<void> {
  const ids = (await takeUploads(ctx, fileIds)).map(file => file.id);
  await changeTicket(ctx, ticketId, () => ({
    kind: 'file.added',
    facts: { fileIds: ids },
    set: { has_files: true },
  }));
  await ctx.tx
    .updateTable('files')
    .set({ ticket_id: ticketId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .execute();
}

/**
 * Takes a file from its ticket that the agent added without sending it. It is an upload that nobody attached from then
 * on, so the clock removes its bytes. @throws NotFound also for a file of a message; Forbidden for one of a colleague
 */
export async function removeFromTicket(ctx: Ctx, fileId: string): Promise<void> {
  const file = await ctx.tx
    .selectFrom('files')
    .select(['ticket_id', 'uploaded_by'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', fileId)
    .where('message_id', 'is', null)
    .where('ticket_id', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  if (!file) throw notFound();
  const ticketId = await ticketIdOf(ctx, file.ticket_id!);
  if (file.uploaded_by !== ctx.actor.id) throw forbidden('file-of-another');
  await ctx.tx
    .updateTable('files')
    .set({ ticket_id: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', fileId)
    .execute();
  const left = await ctx.tx
    .selectFrom('files')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('is_inline', '=', false)
    .limit(1)
    .execute();
  await changeTicket(ctx, ticketId, () => ({
    kind: 'file.removed',
    facts: { fileId },
    set: { has_files: left.length > 0 },
  }));
}
