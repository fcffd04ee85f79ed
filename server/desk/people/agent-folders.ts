// Agents who may see the tickets of some folders only (LUM-36).
import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';

/** The folders that an agent is limited to, where they do not see all. */
export async function foldersOfAgent(ctx: Ctx, agentId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('agent_folders')
    .select('folder_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('agent_id', '=', agentId)
    .orderBy('folder_id')
    .execute();
  return rows.map(row => row.folder_id);
}

/** Limits an agent to folders, or to none of them with null. @throws NotFound for an unknown folder */
export async function limitToFolders(ctx: Ctx, agentId: string, folderIds: string[] | null): Promise<void> {
  await ctx.tx
    .updateTable('agents')
    .set({ sees_all_folders: folderIds === null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', agentId)
    .execute();
  await ctx.tx
    .deleteFrom('agent_folders')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('agent_id', '=', agentId)
    .execute();
  const wanted = [...new Set(folderIds ?? [])];
  if (wanted.length === 0) return;
  const known = await ctx.tx
    .selectFrom('folders')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', wanted)
    .execute();
  if (known.length < wanted.length) throw notFound();
  await ctx.tx
    .insertInto('agent_folders')
    .values(wanted.map(folder_id => ({ workspace_id: ctx.workspaceId, agent_id: agentId, folder_id })))
    .execute();
}
