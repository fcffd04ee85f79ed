import './tables.ts';
import type { Role } from '../../../contract/rights.ts';
import type { Ctx, Database } from '../../platform/db/index.ts';
import { conflict } from '../../platform/errors/index.ts';
import { limitToFolders } from './agent-folders.ts';
import { agentById, summaryOf } from './agents.ts';
import { forgetPerson } from './door-memory.ts';

export interface AgentChange {
  role?: Role;
  isDisabled?: boolean;
  folderIds?: string[] | null;
}

/**
 * Changes role or folders of an agent, disables or enables them (LUM-35, LUM-36).
 * @throws NotFound for them or a folder; Conflict last-administrator when no active administrator would remain
 */
export async function editAgent(database: Database, ctx: Ctx, id: string, change: AgentChange) {
  const administrators = await lockAdministrators(ctx);
  const agent = await agentById(ctx, id);
  const role = change.role ?? agent.role;
  const isDisabled = change.isDisabled ?? agent.isDisabled;
  const remains =
    (role === 'administrator' && !isDisabled) ||
    administrators.some(administrator => administrator.id !== id);
  if (!remains) throw conflict('last-administrator');
  await ctx.tx
    .updateTable('agents')
    .set(eb => ({
      role,
      disabled_at: isDisabled ? eb.fn.coalesce('disabled_at', eb.val(ctx.now)) : null,
    }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  if (change.folderIds !== undefined) await limitToFolders(ctx, id, change.folderIds);
  forgetPerson(database, agent.identityId);
  return summaryOf(await agentById(ctx, id));
}

/** Two who take the right from each other at once wait for one another here, always in the same order. */
function lockAdministrators(ctx: Ctx) {
  return ctx.tx
    .selectFrom('agents')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}
