import type { DraftContent } from '../../../../contract/routes/drafts.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { conflict } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { cleanRichText } from '../rich-text.ts';
import { type Kept, keepContent } from './content.ts';
import { lockDraftAt, ownDraft, type Place } from './draft.ts';
import type { DraftRow } from './tables.ts';
import { keepVersion } from './versions.ts';

export interface Saving {
  content: DraftContent;
  base: number;
  tab: string;
  keepsEarlier: boolean;
}

export interface Saved {
  row: DraftRow;
  isNew: boolean;
  hasLostFiles: boolean;
}

/**
 * Saves what the agent has written. Each tab saves in order, so its own later words replace its earlier ones whatever
 * version it knew of.
 * @throws Conflict draft-changed when another tab saved since, draft-gone when what it goes on from was sent or discarded
 */
export async function saveDraft(ctx: Ctx, secrets: Secrets, place: Place, saving: Saving): Promise<Saved> {
  const kept = await keepContent(ctx, secrets, saving.content);
  const { hasLostFiles } = kept;
  const before = await lockDraftAt(ctx, place);
  if (!before) {
    if (saving.base > 0) throw conflict('draft-gone');
    return { row: await insertDraft(ctx, place, kept, saving.tab), isNew: true, hasLostFiles };
  }
  if (before.version !== saving.base && before.tab !== saving.tab)
    throw conflict('draft-changed', { version: before.version });
  await keepVersion(ctx, before, saving.keepsEarlier);
  return { row: await replaceContent(ctx, before, kept, saving.tab), isNew: false, hasLostFiles };
}

/** Begins a draft at an empty place. @throws Conflict draft-changed when another tab was quicker */
export async function insertDraft(ctx: Ctx, place: Place, kept: Kept, tab: string): Promise<DraftRow> {
  const row = await ctx.tx
    .insertInto('drafts')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      agent_id: ctx.actor.id!,
      ticket_id: place.ticketId,
      mode: place.mode,
      content: JSON.stringify(kept.content),
      version: 1,
      tab,
      created_at: ctx.now,
      saved_at: ctx.now,
    })
    .onConflict(same => same.columns(['workspace_id', 'agent_id', 'ticket_id', 'mode']).doNothing())
    .returningAll()
    .executeTakeFirst();
  // Two tabs began at the same moment.
  if (!row) throw conflict('draft-changed', { version: 1 });
  await holdFiles(ctx, row.id, kept.fileIds);
  return row;
}

/** Writes a new content over a draft's. */
export async function replaceContent(ctx: Ctx, before: DraftRow, kept: Kept, tab: string): Promise<DraftRow> {
  await holdFiles(ctx, before.id, kept.fileIds);
  return ctx.tx
    .updateTable('drafts')
    .set({ content: JSON.stringify(kept.content), version: before.version + 1, tab, saved_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Keeps uploads from being cleared away as long as the draft lives. */
async function holdFiles(ctx: Ctx, draftId: string, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await ctx.tx
    .insertInto('draft_files')
    .values(fileIds.map(file_id => ({ workspace_id: ctx.workspaceId, draft_id: draftId, file_id })))
    .onConflict(same => same.columns(['workspace_id', 'draft_id', 'file_id']).doNothing())
    .execute();
}

/**
 * Throws the agent's own draft away, with its versions and shares. Gives what it was.
 * @throws NotFound, Conflict draft-changed when another tab saved since `base`
 */
export async function discardDraft(ctx: Ctx, id: string, base?: number, tab?: string): Promise<DraftRow> {
  const row = await ownDraft(ctx, id);
  if (base !== undefined && row.version !== base && row.tab !== tab)
    throw conflict('draft-changed', { version: row.version });
  await removeDraft(ctx, row.id);
  return row;
}

/** Removes a draft whose words are on their way: what another tab has written since is not among them, and stays. */
export async function dropSent(
  ctx: Ctx,
  secrets: Secrets,
  place: Place,
  html: string,
): Promise<DraftRow | null> {
  const row = await lockDraftAt(ctx, place);
  if (!row || row.content.html !== cleanRichText(ctx, secrets, html)) return null;
  await removeDraft(ctx, row.id);
  return row;
}

export async function removeDraft(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx
    .deleteFrom('drafts')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}
