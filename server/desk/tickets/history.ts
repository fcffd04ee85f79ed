// The log as History lines: keys and facts; sentences are made where the reader's language is known.
import type { z } from 'zod';
import type { historyLine } from '../../../contract/routes/tickets.ts';
import type { Ctx } from '../../platform/db/index.ts';

type Line = z.input<typeof historyLine>;

/** What was done to a ticket, newest first (LUM-33). */
export async function historyOf(ctx: Ctx, ticketId: string, limit: number): Promise<Line[]> {
  const rows = await ctx.tx
    .selectFrom('events')
    .leftJoin('agents', join =>
      join
        .onRef('agents.workspace_id', '=', 'events.workspace_id')
        .onRef('agents.id', '=', 'events.actor_id')
        .on('events.actor_type', '=', 'agent'),
    )
    .leftJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'events.workspace_id')
        .onRef('contacts.id', '=', 'events.actor_id')
        .on('events.actor_type', '=', 'contact'),
    )
    .select([
      'events.id',
      'events.kind',
      'events.actor_type',
      'events.actor_id',
      'events.actor_via',
      'events.at',
      'events.changes',
      'events.facts',
      'agents.name as agent_name',
      'contacts.name as contact_name',
      'contacts.visitor_id',
    ])
    .where('events.workspace_id', '=', ctx.workspaceId)
    .where('events.ticket_id', '=', ticketId)
    .orderBy('events.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    actor: {
      type: row.actor_type,
      id: row.actor_id,
      name: row.agent_name ?? (row.contact_name || row.visitor_id) ?? row.actor_via,
    },
    at: row.at.toISOString(),
    changes: row.changes,
    facts: row.facts,
  }));
}
