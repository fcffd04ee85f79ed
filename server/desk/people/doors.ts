import { hashToken } from '../../platform/crypto/index.ts';
import { systemActor } from '../../platform/db/index.ts';
import type { Doors, Member } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { findWorkspace } from '../workspaces/index.ts';
import { foldersOfAgent } from './agent-folders.ts';
import { doorMemory } from './door-memory.ts';
import { findSession } from './sessions.ts';

/** Says whom a session token belongs to and what they are in a workspace; answers may be one second old. */
export function openDoors({ database }: Platform): Doors {
  return {
    async signedIn(token) {
      const { sessions } = doorMemory(database);
      const key = hashToken(token).toString('base64');
      const known = sessions.get(key);
      if (known) return known;
      const found = await database.outside((tx, now) => findSession(tx, now, token));
      if (found) sessions.keep(key, found.identityId, found);
      return found;
    },

    async member(identityId, slug) {
      const { members } = doorMemory(database);
      const key = `${identityId} ${slug}`;
      const known = members.get(key);
      if (known) return known;
      const workspaceId = await database.outside(tx => findWorkspace(tx, slug));
      const found = workspaceId && (await readMember(database, workspaceId, identityId));
      if (!found) return null;
      members.keep(key, identityId, found);
      return found;
    },
  };
}

function readMember(
  database: Platform['database'],
  workspaceId: string,
  identityId: string,
): Promise<Member | null> {
  return database.run({ workspaceId, actor: systemActor('door') }, async ctx => {
    const agent = await ctx.tx
      .selectFrom('agents')
      .select(['id', 'role', 'language', 'sees_all_folders'])
      .where('workspace_id', '=', workspaceId)
      .where('identity_id', '=', identityId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (!agent) return null;
    const onlyFolders = agent.sees_all_folders ? null : await foldersOfAgent(ctx, agent.id);
    return { workspaceId, agentId: agent.id, role: agent.role, language: agent.language, onlyFolders };
  });
}
