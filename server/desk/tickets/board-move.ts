import { type BoardColumn, columnOf, refusalOf, type SettableColumn } from '../../../contract/board.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict } from '../../platform/errors/index.ts';
import { notEscalated } from './escalation.ts';
import { isSolved, type SettableStatus, settingStatus } from './status.ts';
import type { Ticket } from './tables.ts';
import { changeTicket, type Plan } from './ticket.ts';

const statusFor: Record<SettableColumn, SettableStatus> = {
  new: 'new',
  open: 'open',
  pending: 'pending',
  solved: 'resolved',
};

/**
 * Puts a ticket into a column of the board, as one event: its status, and where it was escalated and is not solved by
 * this, the escalation ends.
 * @throws NotFound, Conflict ticket-locked, answered-already or not-answered-yet
 */
export async function moveToColumn(ctx: Ctx, ticketId: string, column: SettableColumn): Promise<void> {
  await changeTicket(ctx, ticketId, ticket => {
    const card = {
      status: ticket.status,
      escalationLevel: ticket.escalation_level,
      isAnswered: ticket.first_replied_at !== null,
    };
    if (columnOf(card) === column) return null;
    const refusal = refusalOf(card, column);
    if (refusal) throw conflict(refusal);
    return planFor(ctx, ticket, column, columnOf(card));
  });
}

function planFor(ctx: Ctx, ticket: Ticket, column: SettableColumn, from: BoardColumn | null): Plan {
  const status = statusFor[column];
  const set = status === ticket.status ? {} : settingStatus(status, ctx.now);
  if (column === 'solved') return { kind: 'ticket.solved', facts: {}, set };
  if (from === 'escalated' || ticket.escalation_level > 0)
    return { kind: 'ticket.deescalated', facts: {}, set: { ...set, ...notEscalated } };
  const kind = isSolved(ticket.status) ? 'ticket.reopened' : 'ticket.status-set';
  return { kind, facts: {}, set };
}
