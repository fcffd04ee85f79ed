import './tables.ts';
import type { z } from 'zod';
import type { Reply } from '../../../contract/route.ts';
import type { membership, sessionRoutes } from '../../../contract/routes/session.ts';
import { systemActor } from '../../platform/db/index.ts';
import { csrfToken, type SignedIn } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { identityById } from './identities.ts';

export type Membership = z.infer<typeof membership>;

/** What a page is told about who is signed in: the person, and the workspaces where they are an active agent. */
export async function describeSession(
  { database, secrets }: Platform,
  { identityId, token }: SignedIn,
): Promise<Reply<typeof sessionRoutes.current>> {
  const { person, workspaceIds } = await database.outside(async tx => ({
    person: await identityById(tx, identityId),
    workspaceIds: await workspacesOfPerson(tx, identityId),
  }));
  const workspaces: Membership[] = [];
  for (const workspaceId of workspaceIds) {
    const found = await readMembership({ database }, workspaceId, identityId);
    if (found) workspaces.push(found);
  }
  const { id, name, email, isOperator } = person;
  return {
    csrfToken: csrfToken(secrets, token),
    person: { id, name, email, isOperator },
    workspaces: workspaces.sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** Workspaces where somebody is or was an agent. */
export async function workspacesOfPerson(
  tx: Parameters<typeof identityById>[0],
  identityId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('memberships')
    .select('workspace_id')
    .where('identity_id', '=', identityId)
    .orderBy('workspace_id')
    .execute();
  return rows.map(row => row.workspace_id);
}

function readMembership(
  { database }: Pick<Platform, 'database'>,
  workspaceId: string,
  identityId: string,
): Promise<Membership | undefined> {
  return database.run({ workspaceId, actor: systemActor('door') }, ctx =>
    ctx.tx
      .selectFrom('agents')
      .innerJoin('workspaces', 'workspaces.workspace_id', 'agents.workspace_id')
      .select(['workspaces.slug', 'workspaces.name', 'workspaces.brand_colour as brandColour', 'agents.role'])
      .where('agents.workspace_id', '=', workspaceId)
      .where('agents.identity_id', '=', identityId)
      .where('agents.disabled_at', 'is', null)
      .executeTakeFirst(),
  );
}
