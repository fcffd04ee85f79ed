import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, invalid, isDuplicate, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';

/** All folders, the general inbox first (LIV-31). */
export async function foldersOf(ctx: Ctx) {
  return ctx.tx
    .selectFrom('folders')
    .select(['id', 'name', 'is_default as isDefault'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .execute();
}

/** The general inbox, where a ticket is filed when nothing else is said (D-13). */
export async function defaultFolderId(ctx: Ctx): Promise<string> {
  const row = await ctx.tx
    .selectFrom('folders')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('is_default', '=', true)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** @throws NotFound when there is no such folder in this workspace */
export async function folderById(ctx: Ctx, id: string) {
  const row = await ctx.tx
    .selectFrom('folders')
    .select(['id', 'name', 'is_default as isDefault'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** @throws Conflict name-taken */
export async function addFolder(ctx: Ctx, name: string) {
  const id = newId();
  await refuseTaken(
    ctx.tx.insertInto('folders').values({ workspace_id: ctx.workspaceId, id, name }).execute(),
  );
  return { id, name, isDefault: false };
}

/** @throws NotFound, Conflict name-taken */
export async function renameFolder(ctx: Ctx, id: string, name: string) {
  const folder = await folderById(ctx, id);
  await refuseTaken(
    ctx.tx
      .updateTable('folders')
      .set({ name })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
  return { ...folder, name };
}

/** Removes an empty folder. @throws Invalid folder-default, Conflict folder-in-use */
export async function removeFolder(ctx: Ctx, id: string): Promise<void> {
  const folder = await folderById(ctx, id);
  if (folder.isDefault) throw invalid('folder-default');
  try {
    await ctx.tx
      .deleteFrom('folders')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute();
  } catch (error) {
    if ((error as { code?: string }).code === '23503') throw conflict('folder-in-use');
    throw error;
  }
}

async function refuseTaken(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    throw isDuplicate(error, 'folders_name') ? conflict('name-taken') : error;
  });
}
