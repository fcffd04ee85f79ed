// Reading agents: people who answer in one workspace.
import './tables.ts';
import { sql } from 'kysely';
import type { Language } from '../../../contract/fields.ts';
import type { Role } from '../../../contract/rights.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { NotificationPreferences, Theme } from './tables.ts';

export interface Agent {
  id: string;
  identityId: string;
  name: string;
  email: string;
  role: Role;
  language: Language;
  theme: Theme;
  signatureHtml: string;
  notifications: NotificationPreferences;
  isDisabled: boolean;
  /** The folders that they are limited to (LUM-36); null for all. */
  folderIds: string[] | null;
  preferences: Record<string, unknown>;
}

const folderIds = sql<string[] | null>`case when not sees_all_folders then array(
  select f.folder_id from agent_folders f
  where f.workspace_id = agents.workspace_id and f.agent_id = agents.id order by f.folder_id) end`.as(
  'folderIds',
);

function readAgents(ctx: Ctx) {
  return ctx.tx
    .selectFrom('agents')
    .select([
      'id',
      'identity_id as identityId',
      'name',
      'email',
      'role',
      'language',
      'theme',
      'signature_html as signatureHtml',
      'notifications',
      'preferences',
    ])
    .select(folderIds)
    .select(eb => eb('disabled_at', 'is not', null).$castTo<boolean>().as('isDisabled'))
    .where('workspace_id', '=', ctx.workspaceId);
}

/** An agent of the workspace, disabled ones too. @throws NotFound */
export async function agentById(ctx: Ctx, id: string): Promise<Agent> {
  const agent = await findAgent(ctx, id);
  if (!agent) throw notFound();
  return agent;
}

/** The agent with this e-mail address, disabled ones too, or null. */
export async function findAgentByEmail(ctx: Ctx, email: string): Promise<Agent | null> {
  const agent = await readAgents(ctx).where('email', '=', email.trim().toLowerCase()).executeTakeFirst();
  return agent ?? null;
}

/** An agent of the workspace, disabled ones too, or null. */
export async function findAgent(ctx: Ctx, id: string): Promise<Agent | null> {
  return (await readAgents(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** All agents by name, for the lists of the screens. */
export async function agentsOfDesk(ctx: Ctx) {
  const agents = await readAgents(ctx).orderBy('name').orderBy('id').execute();
  return agents.map(summaryOf);
}

/** An agent as the lists of the screens show them. */
export function summaryOf({ id, name, email, role, isDisabled, folderIds }: Agent) {
  return { id, name, email, role, isDisabled, folderIds };
}

/** An agent's own settings. @throws NotFound */
export async function profileOf(ctx: Ctx, agentId: string) {
  const { identityId: _, isDisabled: __, ...profile } = await agentById(ctx, agentId);
  return profile;
}
