import type { Ctx } from '../../platform/db/index.ts';
import { assignableAgent } from '../people/index.ts';
import { refuseLocked } from './status.ts';
import { changeTicket } from './ticket.ts';

/**
 * Hands a ticket to an agent, or to nobody. The status stays as it is (LUM-02).
 * @throws NotFound, Invalid agent-not-available, Conflict ticket-locked
 */
export async function assign(ctx: Ctx, ticketId: string, agentId: string | null): Promise<void> {
  if (agentId) await assignableAgent(ctx, agentId);
  await changeTicket(ctx, ticketId, ticket => {
    refuseLocked(ticket);
    if (ticket.assignee_id === agentId) return null;
    return { kind: 'ticket.assigned', facts: {}, set: { assignee_id: agentId } };
  });
}
