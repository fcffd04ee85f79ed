import './tables.ts';
import type { Language } from '../../../contract/fields.ts';
import type { Role } from '../../../contract/rights.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, isDuplicate } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { ensureIdentity } from './identities.ts';

export interface NewAgent {
  name: string;
  /** Lower case. */
  email: string;
  role: Role;
  language: Language;
}

/** Makes a known person an agent of the workspace. Gives the agent's id. @throws Conflict already-agent */
export async function joinWorkspace(ctx: Ctx, identityId: string, agent: NewAgent): Promise<string> {
  const id = newId();
  const { name, email, role, language } = agent;
  const row = { workspace_id: ctx.workspaceId, id, identity_id: identityId, name, email, role, language };
  try {
    await ctx.tx
      .insertInto('agents')
      .values({ ...row, disabled_at: null })
      .execute();
  } catch (error) {
    if (isDuplicate(error)) throw conflict('already-agent');
    throw error;
  }
  await ctx.tx
    .insertInto('memberships')
    .values({ identity_id: identityId, workspace_id: ctx.workspaceId })
    .onConflict(conflict => conflict.doNothing())
    .execute();
  return id;
}

/**
 * Makes somebody an agent of the workspace, known or not (LUM-35). Takes the password's hash (see hashPassword()), which
 * counts only for a person who has none yet. Gives the agent's id. @throws Conflict already-agent
 */
export async function addAgent(
  ctx: Ctx,
  agent: NewAgent & { passwordHash: string; isOperator?: boolean },
): Promise<string> {
  const email = agent.email.trim().toLowerCase();
  const person = await ensureIdentity(ctx.tx, { ...agent, email });
  return joinWorkspace(ctx, person.id, { ...agent, email });
}
