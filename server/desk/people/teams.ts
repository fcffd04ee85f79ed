import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, invalid, isDuplicate, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';

export interface Team {
  id: string;
  name: string;
  agentIds: string[];
}

/** All teams by name, with their members. */
export async function teamsOfDesk(ctx: Ctx): Promise<Team[]> {
  const teams = await ctx.tx
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('name')
    .execute();
  const members = await ctx.tx
    .selectFrom('team_members')
    .select(['team_id', 'agent_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('agent_id')
    .execute();
  return teams.map(team => ({
    ...team,
    agentIds: members.filter(member => member.team_id === team.id).map(member => member.agent_id),
  }));
}

/** One team. @throws NotFound */
export async function teamById(ctx: Ctx, id: string): Promise<Team> {
  const team = await ctx.tx
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!team) throw notFound();
  const members = await ctx.tx
    .selectFrom('team_members')
    .select('agent_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('team_id', '=', id)
    .orderBy('agent_id')
    .execute();
  return { ...team, agentIds: members.map(member => member.agent_id) };
}

/** Adds a team. @throws Conflict name-taken; Invalid agent-not-available for an id that is no agent here */
export async function addTeam(ctx: Ctx, input: { name: string; agentIds: string[] }): Promise<Team> {
  const id = newId();
  await naming(
    ctx.tx.insertInto('teams').values({ workspace_id: ctx.workspaceId, id, name: input.name }).execute(),
  );
  await addMembers(ctx, id, input.agentIds);
  return teamById(ctx, id);
}

/** Renames a team or replaces its members. @throws NotFound; and as addTeam() */
export async function editTeam(
  ctx: Ctx,
  id: string,
  change: { name?: string; agentIds?: string[] },
): Promise<Team> {
  const { name } = await lockTeam(ctx, id);
  await naming(
    ctx.tx
      .updateTable('teams')
      .set({ name: change.name ?? name })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
  if (change.agentIds) {
    await ctx.tx
      .deleteFrom('team_members')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('team_id', '=', id)
      .execute();
    await addMembers(ctx, id, change.agentIds);
  }
  return teamById(ctx, id);
}

async function lockTeam(ctx: Ctx, id: string): Promise<{ name: string }> {
  const team = await ctx.tx
    .selectFrom('teams')
    .select('name')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!team) throw notFound();
  return team;
}

async function naming(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (isDuplicate(error, 'teams_name')) throw conflict('name-taken');
    throw error;
  }
}

async function addMembers(ctx: Ctx, teamId: string, agentIds: string[]): Promise<void> {
  const wanted = [...new Set(agentIds)];
  if (wanted.length === 0) return;
  const known = await ctx.tx
    .selectFrom('agents')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', wanted)
    .execute();
  if (known.length < wanted.length) throw invalid('agent-not-available');
  await ctx.tx
    .insertInto('team_members')
    .values(wanted.map(agent_id => ({ workspace_id: ctx.workspaceId, team_id: teamId, agent_id })))
    .execute();
}
