import type { Ctx } from '../../platform/db/index.ts';
import { assignableAgent, type TicketPlace } from '../people/index.ts';
import { refuseLocked } from './status.ts';
import type { Ticket } from './tables.ts';
import { changeTicket } from './ticket.ts';

/**
 * Hands a ticket to an agent, or to nobody. The status stays as it is (LUM-02). Only members of its team who see its
 * folder and are allowed on its segment can have it (D-13).
 * @throws NotFound, Invalid agent-not-available or agent-unfit-*, Conflict ticket-locked
 */
export async function assign(ctx: Ctx, ticketId: string, agentId: string | null): Promise<void> {
  await changeTicket(ctx, ticketId, async ticket => {
    refuseLocked(ticket);
    if (ticket.assignee_id === agentId) return null;
    if (agentId) await assignableAgent(ctx, agentId, placeOf(ticket));
    return { kind: 'ticket.assigned', facts: {}, set: { assignee_id: agentId } };
  });
}

/** What decides who can have a ticket. */
export function placeOf(ticket: Pick<Ticket, 'folder_id' | 'team_id' | 'segment_id'>): TicketPlace {
  return { folderId: ticket.folder_id, teamId: ticket.team_id, segmentId: ticket.segment_id };
}
