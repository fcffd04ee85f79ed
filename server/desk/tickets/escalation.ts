// Escalation stands beside the status (D-02): a level, where it came from, and who is asked. Writing the reason down is
// the messages' room business, so here is the plan; `escalate` stands there.
import type { Ctx } from '../../platform/db/index.ts';
import { isSolved, refuseLocked, settingStatus, statusAfterCustomer } from './status.ts';
import type { Ticket } from './tables.ts';
import { type Changeable, changeTicket } from './ticket.ts';

/**
 * What escalating by hand to an agent changes on the row. A solved ticket is open again by it: nobody escalates what is
 * done with.
 * @throws Conflict ticket-locked
 */
export function escalatingTo(ticket: Ticket, agentId: string, now: Date): Partial<Changeable> {
  refuseLocked(ticket);
  const reopened = isSolved(ticket.status)
    ? settingStatus(statusAfterCustomer(ticket) as 'new' | 'open', now)
    : {};
  return {
    ...reopened,
    escalation_level: ticket.escalation_level + 1,
    escalation_origin: 'manual',
    escalated_to: agentId,
  };
}

/** The columns of a ticket that is not escalated. */
export const notEscalated = {
  escalation_level: 0,
  escalation_origin: null,
  escalated_to: null,
} as const satisfies Partial<Changeable>;

/** Ends the escalation; nothing happens where there is none. @throws NotFound, Conflict ticket-locked */
export async function deescalate(ctx: Ctx, ticketId: string): Promise<void> {
  await changeTicket(ctx, ticketId, ticket => {
    refuseLocked(ticket);
    if (ticket.escalation_level === 0) return null;
    return { kind: 'ticket.deescalated', facts: {}, set: notEscalated };
  });
}
