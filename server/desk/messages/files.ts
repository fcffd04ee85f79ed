import './tables.ts';
import './drafts/tables.ts';
import './side/tables.ts';
import { maxFileBytes, maxMessageBytes } from '../../../contract/fields.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { File } from './tables.ts';

/** A file whose bytes are stored already. */
export interface StoredFile {
  name: string;
  type: string;
  size: number;
  sha256: Buffer;
  storageKey: string;
  contentId: string | null;
  isInline: boolean;
}

/** Records files that came with a message. */
export async function addFiles(
  ctx: Ctx,
  where: { ticketId: string; messageId: string },
  files: StoredFile[],
): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map(file => ({
    workspace_id: ctx.workspaceId,
    id: newId(),
    ticket_id: where.ticketId,
    message_id: where.messageId,
    uploaded_by: null,
    name: file.name,
    type: file.type,
    size: file.size,
    sha256: file.sha256,
    storage_key: file.storageKey,
    content_id: file.contentId,
    is_inline: file.isInline,
  }));
  await ctx.tx.insertInto('files').values(rows).execute();
}

/** Records an upload that is not attached to anything yet. Its content id is its own id, for use as an inline image. */
export async function addUpload(ctx: Ctx, file: Omit<StoredFile, 'contentId' | 'isInline'>): Promise<File> {
  const id = newId();
  return ctx.tx
    .insertInto('files')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      ticket_id: null,
      message_id: null,
      uploaded_by: ctx.actor.id,
      name: file.name,
      type: file.type,
      size: file.size,
      sha256: file.sha256,
      storage_key: file.storageKey,
      content_id: id,
      is_inline: false,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The agent's own uploads that are about to be attached, in the order given. @throws NotFound, Invalid file-too-large or message-too-large */
export async function takeUploads(ctx: Ctx, fileIds: string[]): Promise<File[]> {
  const ids = [...new Set(fileIds)];
  if (ids.length === 0) return [];
  const files = await ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .where('uploaded_by', '=', ctx.actor.id)
    .where('message_id', 'is', null)
    .where('ticket_id', 'is', null)
    .where('outgoing_id', 'is', null)
    .forUpdate()
    .execute();
  if (files.length !== ids.length) throw notFound();
  const megabytes = (bytes: number) => bytes / 1024 / 1024;
  if (files.some(file => file.size > maxFileBytes))
    throw invalid('file-too-large', { limit: megabytes(maxFileBytes) });
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (total > maxMessageBytes) throw invalid('message-too-large', { limit: megabytes(maxMessageBytes) });
  return ids.map(id => files.find(file => file.id === id)!);
}

/** Attaches uploads to a message; those that stand in its text become inline. */
export async function attach(
  ctx: Ctx,
  where: { ticketId: string; messageId: string },
  files: File[],
  inlineIds: string[],
): Promise<void> {
  for (const [position, file] of files.entries()) {
    await ctx.tx
      .updateTable('files')
      .set({
        ticket_id: where.ticketId,
        message_id: where.messageId,
        outgoing_id: null,
        is_inline: inlineIds.includes(file.id),
        position,
      })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', file.id)
      .execute();
  }
}

/** The files of a ticket that are no images within a text, oldest first. */
export async function filesOfTicket(ctx: Ctx, ticketId: string): Promise<File[]> {
  return ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('is_inline', '=', false)
    .orderBy('id')
    .execute();
}

/** Uploads that nobody attached within a day, for the clock to remove. */
export async function forgottenUploads(ctx: Ctx, limit = 100): Promise<{ id: string; storageKey: string }[]> {
  const aDayAgo = new Date(ctx.now.getTime() - 24 * 3600 * 1000);
  return (
    ctx.tx
      .selectFrom('files')
      .select(['id', 'storage_key as storageKey'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('message_id', 'is', null)
      .where('ticket_id', 'is', null)
      .where('outgoing_id', 'is', null)
      .where('created_at', '<', aDayAgo)
      // What a draft holds stays as long as the draft.
      .where(eb =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('draft_files')
              .select('draft_id')
              .whereRef('draft_files.workspace_id', '=', 'files.workspace_id')
              .whereRef('draft_files.file_id', '=', 'files.id'),
          ),
        ),
      )
      .limit(limit)
      // Whoever attaches one at this moment waits and finds it gone, instead of a file without bytes.
      .forUpdate()
      .skipLocked()
      .execute()
  );
}

/** Forgets uploads whose bytes have been removed. */
export async function forgetUploads(ctx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.tx
    .deleteFrom('files')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .where('message_id', 'is', null)
    .where('outgoing_id', 'is', null)
    .execute();
}
