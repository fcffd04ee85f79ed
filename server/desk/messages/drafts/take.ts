// A teammate's draft becomes mine: a copy of what they shared, or the draft itself when the ticket was theirs.
import type { Ctx } from '../../../platform/db/index.ts';
import { forbidden } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/index.ts';
import type { File } from '../tables.ts';
import type { Kept } from './content.ts';
import { lockDraftAt } from './draft.ts';
import { insertDraft, removeDraft, replaceContent } from './save.ts';
import { type TeammatesDraft, teammatesDraft } from './share.ts';
import type { DraftRow } from './tables.ts';
import { keepVersion } from './versions.ts';

/** Whoever saved so lately is still writing: their draft is copied, never taken from under their hands. */
const writesMs = 60_000;

interface Copy {
  file: File;
  id: string;
  storageKey: string;
}

type Run = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/**
 * Takes a teammate's draft. Its files are copied first, outside any transaction. What I had written there myself is kept
 * among the earlier versions.
 * @throws NotFound, Forbidden draft-not-shared
 */
export async function takeDraft(run: Run, { storage }: Platform, id: string, tab: string) {
  const files = await run(async ctx => filesOf(ctx, await allowed(ctx, id)));
  const copies: Copy[] = [];
  for (const file of files) {
    const stored = await storage.put(await storage.get(file.storage_key), file.size);
    copies.push({ file, id: newId(), storageKey: stored.key });
  }
  try {
    return await run(async ctx => {
      const theirs = await allowed(ctx, id);
      const row = await place(ctx, theirs, await addCopies(ctx, theirs, copies), tab);
      const isOver = theirs.isLeft && ctx.now.getTime() - theirs.saved_at.getTime() > writesMs;
      if (isOver) await removeDraft(ctx, theirs.id);
      return { row, theirs, isOver };
    });
  } catch (error) {
    for (const { storageKey } of copies) await storage.remove(storageKey);
    throw error;
  }
}

async function allowed(ctx: Ctx, id: string): Promise<TeammatesDraft> {
  const draft = await teammatesDraft(ctx, id);
  if (draft.share !== 'shared' && !draft.isLeft) throw forbidden('draft-not-shared');
  return draft;
}

function filesOf(ctx: Ctx, draft: DraftRow): Promise<File[]> {
  return ctx.tx
    .selectFrom('files')
    .innerJoin('draft_files', join =>
      join
        .onRef('draft_files.workspace_id', '=', 'files.workspace_id')
        .onRef('draft_files.file_id', '=', 'files.id'),
    )
    .selectAll('files')
    .where('files.workspace_id', '=', ctx.workspaceId)
    .where('draft_files.draft_id', '=', draft.id)
    .where('files.message_id', 'is', null)
    .execute();
}

/** Records the copies as the taker's own uploads; in the text they stand where the originals stood. */
async function addCopies(ctx: Ctx, draft: DraftRow, copies: Copy[]): Promise<Kept> {
  const { html, fileIds, key: _key, ...rest } = draft.content;
  const copyOf = new Map(copies.map(copy => [copy.file.id, copy.id]));
  if (copies.length > 0)
    await ctx.tx
      .insertInto('files')
      .values(
        copies.map(({ file, id, storageKey }) => ({
          ...file,
          id,
          uploaded_by: ctx.actor.id,
          storage_key: storageKey,
          content_id: id,
          created_at: undefined,
        })),
      )
      .execute();
  return {
    content: {
      ...rest,
      html: html.replace(/src="cid:([^"]*)"/g, (_whole, id: string) => `src="cid:${copyOf.get(id) ?? id}"`),
      fileIds: fileIds.flatMap(id => copyOf.get(id) ?? []),
      key: crypto.randomUUID(),
    },
    fileIds: [...copyOf.values()],
    hasLostFiles: false,
  };
}

async function place(ctx: Ctx, theirs: DraftRow, kept: Kept, tab: string): Promise<DraftRow> {
  const spot = { ticketId: theirs.ticket_id, mode: theirs.mode };
  const mine = await lockDraftAt(ctx, spot);
  if (!mine) return insertDraft(ctx, spot, kept, tab);
  await keepVersion(ctx, mine, true);
  return replaceContent(ctx, mine, kept, tab);
}
