// Makes the company itself: its people, teams, folders, tags and mailbox.
import { addMailbox } from '../channels/mail/index.ts';
import { addAgent, addTeam, recogniseContact } from '../desk/people/index.ts';
import { addTag } from '../desk/tickets/index.ts';
import { addFolder } from '../desk/workspaces/index.ts';
import type { Secrets } from '../platform/crypto/index.ts';
import type { Ctx } from '../platform/db/index.ts';
import {
  type AgentKey,
  agentKeys,
  agents,
  company,
  type FolderKey,
  folderKeys,
  folders,
  mailbox,
  type TagKey,
  type TeamKey,
  tagKeys,
  tags,
  teamKeys,
  teams,
} from './company.ts';
import { type Customer, customers } from './customers.ts';

/** Who and what there is, by the names that the stories use. */
export interface Cast {
  agentIds: Record<AgentKey, string>;
  teamIds: Record<TeamKey, string>;
  folderIds: Record<FolderKey, string>;
  tagIds: Record<TagKey, string>;
  mailboxId: string;
}

/** Makes the cast in the workspace at hand. Takes the agents' password hashes by e-mail. */
export async function makeCast(
  ctx: Ctx,
  secrets: Secrets,
  hashes: ReadonlyMap<string, string>,
  isOperator: boolean,
): Promise<Cast> {
  const agentIds = await each(agentKeys, key => {
    const { name, email, role, language } = agents[key];
    const passwordHash = hashes.get(email)!;
    const operates = isOperator && role === 'administrator';
    return addAgent(ctx, { name, email, role, language, passwordHash, isOperator: operates });
  });
  const teamIds = await each(teamKeys, async key => {
    const { name, members } = teams[key];
    return (await addTeam(ctx, { name, agentIds: members.map(member => agentIds[member]) })).id;
  });
  const folderIds = await each(folderKeys, async key => (await addFolder(ctx, folders[key])).id);
  const tagIds = await each(tagKeys, async key => (await addTag(ctx, tags[key])).id);
  // The others become contacts with their first mail; these are known by phone as well.
  for (const customer of Object.values<Customer>(customers))
    if (customer.phone) await recogniseContact(ctx, customer);
  const { id: mailboxId } = await addMailbox(ctx, secrets, {
    ...mailbox,
    imap: null,
    smtp: null,
    folderId: null,
    teamId: null,
    language: company.language,
    acknowledges: true,
    usesPlusAddress: false,
    isEnabled: true,
  });
  return { agentIds, teamIds, folderIds, tagIds, mailboxId };
}

async function each<K extends string>(
  keys: readonly K[],
  make: (key: K) => Promise<string>,
): Promise<Record<K, string>> {
  const made: Partial<Record<K, string>> = {};
  for (const key of keys) made[key] = await make(key);
  return made as Record<K, string>;
}
