// What the live line may tell of: the same rule of reach for many agents at once (S19).
import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import type { Known, Viewer } from '../../platform/live/index.ts';
import { withinReach } from './reach.ts';

/** Agents asked about in one statement. */
const atOnce = 50;

/**
 * Which of these tickets each agent may know of. With the ids of events, a ticket that one of them took out of an agent's
 * reach counts too: they had it on their screen until then.
 */
export const knownTickets: Known = async (ctx, viewers, ticketIds, eventIds = []) => {
  const all = new Set(ticketIds);
  const known = viewers.map(viewer => (viewer.onlyFolders ? new Set<string>() : all));
  const limited = [...viewers.keys()].filter(place => viewers[place]!.onlyFolders);
  if (all.size === 0) return known;
  for (let from = 0; from < limited.length; from += atOnce) {
    const places = limited.slice(from, from + atOnce);
    const parts = places.flatMap(place => partsOf(ctx, place, viewers[place]!, [...all], eventIds));
    const { rows } = await sql<{ place: number; id: string }>`${sql.join(parts, sql` union all `)}`.execute(
      ctx.tx,
    );
    for (const { place, id } of rows) known[place]!.add(id);
  }
  return known;
};

function partsOf(ctx: Ctx, place: number, viewer: Viewer, ticketIds: string[], eventIds: readonly string[]) {
  const { agentId, onlyFolders } = viewer;
  const theirs: Ctx = { ...ctx, actor: { type: 'agent', id: agentId, via: 'live' }, onlyFolders };
  const now = sql`select ${place}::int as place, id from tickets
    where workspace_id = ${ctx.workspaceId} and id = any(${ticketIds}::uuid[]) and ${withinReach(theirs)}`;
  if (eventIds.length === 0) return [now];
  const before = sql`select ${place}::int as place, ticket_id as id from events
    where workspace_id = ${ctx.workspaceId} and id = any(${[...eventIds]}::uuid[])
      and (changes #>> '{folderId,0}' = any(${[...(onlyFolders ?? [])]}::text[])
        or changes #>> '{assigneeId,0}' = ${agentId} or changes #>> '{escalatedTo,0}' = ${agentId})`;
  return [now, before];
}
