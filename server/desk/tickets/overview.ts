// Who works on what (LIV-26, LUM-16): the active tickets of each agent by status.
import { sql } from 'kysely';
import { activeStatuses, unansweredStatuses } from '../../../contract/fields.ts';
import type { Reply } from '../../../contract/route.ts';
import type { viewRoutes } from '../../../contract/routes/views.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { literals } from './list-filters.ts';
import { withinReach } from './reach.ts';

type Overview = Reply<typeof viewRoutes.overview>;

/** The tickets of each agent that the actor may see, and of nobody; agents without any are left out. */
export async function overviewOf(ctx: Ctx): Promise<Overview> {
  const mine = sql`workspace_id = ${ctx.workspaceId} and status in (${literals(activeStatuses)}) and ${withinReach(ctx)}`;
  // In two parts, so that the larger one is read from an index alone.
  const { rows } = await sql<{ agent: string | null; status: string; count: number; oldest: number | null }>`
    select assignee_id as agent, status, count(*)::int as count, min(queue_rank) as oldest
    from tickets where ${mine} group by assignee_id, status
    union all
    select assignee_id, 'escalated', count(*)::int, null
    from tickets where ${mine} and escalation_level > 0 group by assignee_id`.execute(ctx.tx);
  const agents = new Map<string | null, Overview['agents'][number]>();
  for (const { agent, status, count, oldest } of rows) {
    const line = agents.get(agent) ?? {
      agentId: agent,
      new: 0,
      open: 0,
      pending: 0,
      onHold: 0,
      escalated: 0,
      oldestWaitingSince: null,
    };
    agents.set(agent, line);
    line[status === 'on_hold' ? 'onHold' : (status as 'new' | 'open' | 'pending' | 'escalated')] = count;
    if (!(unansweredStatuses as readonly string[]).includes(status) || oldest === null) continue;
    // A rank of today's century is a time: the ticket waits (queue-rank.ts).
    const since = oldest < 10_000_000_000_000 ? new Date(oldest).toISOString() : null;
    if (since && (!line.oldestWaitingSince || since < line.oldestWaitingSince))
      line.oldestWaitingSince = since;
  }
  return { agents: [...agents.values()] };
}
