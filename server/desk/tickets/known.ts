// What the live line may tell of: the rule of reach for many agents at once (S19).
import { sql } from 'kysely';
import type { Known } from '../../platform/live/index.ts';
import { withinReachOf } from './reach.ts';

/**
 * Which of these tickets each agent may know of. With the ids of events, a ticket that one of them took out of an agent's
 * reach counts too: they had it on their screen until then.
 */
export const knownTickets: Known = async (ctx, viewers, ticketIds, eventIds = []) => {
  const all = new Set(ticketIds);
  const known = viewers.map(viewer => (viewer.onlyFolders ? new Set<string>() : all));
  const limited = viewers.flatMap(({ agentId, onlyFolders }, place) =>
    onlyFolders ? [{ place, agent: agentId, folders: onlyFolders }] : [],
  );
  if (all.size === 0 || limited.length === 0) return known;
  // One walk over the tickets, each compared with every agent: not one walk for each of them.
  const { rows } = await sql<{ place: number; id: string }>`
    with agents as materialized (
      select place, agent, array(select jsonb_array_elements_text(folders)::uuid) as folders
      from jsonb_to_recordset(${JSON.stringify(limited)}::jsonb) as x (place int, agent uuid, folders jsonb))
    select a.place, t.id from tickets t join agents a on ${withinReachOf('t', sql`a.folders`, sql`a.agent`)}
    where t.workspace_id = ${ctx.workspaceId} and t.id = any(${[...all]}::uuid[])
    union all
    select a.place, e.ticket_id from events e join agents a
      on e.changes #>> '{folderId,0}' = any(a.folders::text[])
        or e.changes #>> '{assigneeId,0}' = a.agent::text or e.changes #>> '{escalatedTo,0}' = a.agent::text
    where e.workspace_id = ${ctx.workspaceId} and e.id = any(${[...eventIds]}::uuid[])`.execute(ctx.tx);
  for (const { place, id } of rows) known[place]!.add(id);
  return known;
};
