// Attached files are searched as well: by their name at once, by their text when it has been read, each in its own job.
import './tables.ts';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { type Ctx, systemActor } from '../../platform/db/index.ts';
import type { Reaction } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/index.ts';
import { enqueue, type Task } from '../../platform/jobs/index.ts';
import { type MoreWords, weighted, wordsOfName, writeDocument } from './index-ticket.ts';
import { readFileText } from './reading/file-reader.ts';
import { kindOf } from './reading/kind.ts';
import type { FileResult } from './reading/limits.ts';

const mostTries = 3;

/** Notes the files that came with a message or were added to the ticket, and has them read. */
export const readFiles: Reaction = {
  name: 'read-files',
  hears: [
    'ticket.opened',
    'message.received',
    'message.replied',
    'message.noted',
    'message.side-sent',
    'message.side-answered',
    'file.added',
  ],
  async run(ctx, { ticketId }) {
    const files = await ctx.tx
      .selectFrom('files as f')
      .leftJoin('messages as m', join =>
        join.onRef('m.workspace_id', '=', 'f.workspace_id').onRef('m.id', '=', 'f.message_id'),
      )
      .select(['f.id', 'f.name', 'f.type', 'f.created_at', 'm.at'])
      .where('f.workspace_id', '=', ctx.workspaceId)
      .where('f.ticket_id', '=', ticketId)
      .where('f.is_inline', '=', false)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('file_texts as x')
              .select('x.file_id')
              .whereRef('x.workspace_id', '=', 'f.workspace_id')
              .whereRef('x.file_id', '=', 'f.id'),
          ),
        ),
      )
      .execute();
    for (const file of files) {
      const isReadable = kindOf(file) !== null;
      await ctx.tx
        .insertInto('file_texts')
        .values({
          workspace_id: ctx.workspaceId,
          file_id: file.id,
          at: file.at ?? file.created_at,
          state: isReadable ? 'waiting' : 'empty',
          queued_at: isReadable ? ctx.now : null,
          document: sql<string>`${weighted(wordsOfName(file.name), 'A')} || setweight(to_tsvector('simple', ${wordsOfName(file.name)}), 'A')`,
        })
        .onConflict(conflict => conflict.columns(['workspace_id', 'file_id']).doNothing())
        .execute();
      if (isReadable) await queue(ctx, file.id);
    }
  },
};

/** One after the other in each workspace, so that nobody's archive of a thousand papers keeps others waiting. */
function queue(ctx: Ctx, fileId: string): Promise<void> {
  const { workspaceId } = ctx;
  return enqueue(ctx.tx, [
    {
      task: 'file.read',
      payload: { workspaceId, fileId },
      queue: `file.read ${workspaceId}`,
      key: `file.read ${fileId}`,
      maxAttempts: mostTries,
      // After mails and reactions.
      priority: 10,
    },
  ]);
}

/** Queues files that wait although no job of theirs can be left: those from before there was a search in files. */
export async function queueWaitingFiles(ctx: Ctx): Promise<void> {
  const anHourAgo = new Date(ctx.now.getTime() - 3_600_000);
  const waiting = await ctx.tx
    .selectFrom('file_texts')
    .select('file_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('state', '=', 'waiting')
    .where(eb => eb.or([eb('queued_at', 'is', null), eb('queued_at', '<', anHourAgo)]))
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { file_id } of waiting) {
    await ctx.tx
      .updateTable('file_texts')
      .set({ queued_at: ctx.now })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('file_id', '=', file_id)
      .execute();
    await queue(ctx, file_id);
  }
}

/** The job `file.read`: reads one file outside any transaction, then writes down what it found. Tried three times at most. */
export function readFileTask(
  platform: Platform,
  more: readonly MoreWords[],
  read: typeof readFileText = readFileText,
): Task {
  return async (payload, attempt) => {
    const { workspaceId, fileId } = payload as { workspaceId: string; fileId: string };
    const scope = { workspaceId, actor: systemActor('file.read') };
    const file = await platform.database.run(scope, ctx => waitingFile(ctx, fileId));
    if (!file) return;
    const result = await resultOf(platform, file, read);
    const isForGood = attempt.isLast || attempt.number >= mostTries;
    // A child that died may have been killed by others: another try tells whether the file is to blame.
    if ('unreadable' in result && ['crashed', 'missing'].includes(result.unreadable) && !isForGood)
      throw new Error(`file ${fileId} could not be read: ${result.unreadable}`);
    await platform.database.run(scope, ctx => keep(ctx, fileId, file, result, more));
  };
}

async function waitingFile(ctx: Ctx, fileId: string) {
  return ctx.tx
    .selectFrom('file_texts as x')
    .innerJoin('files as f', join =>
      join.onRef('f.workspace_id', '=', 'x.workspace_id').onRef('f.id', '=', 'x.file_id'),
    )
    .select(['f.name', 'f.type', 'f.storage_key', 'f.ticket_id'])
    .where('x.workspace_id', '=', ctx.workspaceId)
    .where('x.file_id', '=', fileId)
    .where('x.state', '=', 'waiting')
    .executeTakeFirst();
}

type WaitingFile = NonNullable<Awaited<ReturnType<typeof waitingFile>>>;

async function resultOf(
  { storage }: Platform,
  file: WaitingFile,
  read: typeof readFileText,
): Promise<FileResult> {
  const kind = kindOf(file);
  if (!kind) return { text: '' };
  const bytes = await storage
    .get(file.storage_key)
    .then(buffer)
    .catch(() => null);
  return bytes ? read(bytes, kind) : { unreadable: 'missing' };
}

async function keep(
  ctx: Ctx,
  fileId: string,
  file: WaitingFile,
  result: FileResult,
  more: readonly MoreWords[],
): Promise<void> {
  const text = 'text' in result ? result.text : '';
  const name = wordsOfName(file.name);
  const state = 'unreadable' in result ? 'unreadable' : text ? 'read' : 'empty';
  await ctx.tx
    .updateTable('file_texts')
    .set({
      state,
      reason: 'unreadable' in result ? result.unreadable : '',
      text,
      document: sql<string>`${weighted(name, 'A')} || setweight(to_tsvector('simple', ${name}), 'A') || ${weighted(text, 'D')}`,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('file_id', '=', fileId)
    .execute();
  if (text && file.ticket_id) await writeDocument(ctx, file.ticket_id, more);
}
