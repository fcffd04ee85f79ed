import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, invalid, isDuplicate, isReferenced, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';

/** The folders that the actor may see, the general inbox first (LIV-31). */
export async function foldersOf(ctx: Ctx) {
  const folders = await ctx.tx
    .selectFrom('folders')
    .select(['id', 'name', 'is_default as isDefault'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .execute();
  return ctx.onlyFolders ? folders.filter(folder => ctx.onlyFolders!.includes(folder.id)) : folders;
}

/** Where a ticket is filed when nothing else is said (D-13): the general inbox, or else the first that the actor may see. */
export async function defaultFolderId(ctx: Ctx): Promise<string> {
  const row = await ctx.tx
    .selectFrom('folders')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('is_default', '=', true)
    .executeTakeFirstOrThrow();
  const mine = ctx.onlyFolders;
  return mine && !mine.includes(row.id) ? (mine[0] ?? row.id) : row.id;
}

/** @throws NotFound when there is no such folder in this workspace, or the actor may not see it */
export async function folderById(ctx: Ctx, id: string) {
  const row = await ctx.tx
    .selectFrom('folders')
    .select(['id', 'name', 'is_default as isDefault'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || (ctx.onlyFolders && !ctx.onlyFolders.includes(id))) throw notFound();
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
    if (isReferenced(error)) throw conflict('folder-in-use');
    throw error;
  }
}

async function refuseTaken(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    throw isDuplicate(error, 'folders_name') ? conflict('name-taken') : error;
  });
}
