// The board's columns (D-02): each is a predicate over status and escalation, and what may be dropped where.
import { activeStatuses, type Status, solvedStatuses } from './fields.ts';

export const boardColumns = ['new', 'open', 'pending', 'escalated', 'solved'] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** What a column holds; `isEscalated` null does not ask. Each fits one partial index (migration 0012). */
export const columnPredicates: Record<
  BoardColumn,
  { statuses: readonly Status[]; isEscalated: boolean | null }
> = {
  new: { statuses: ['new'], isEscalated: false },
  open: { statuses: ['open', 'on_hold'], isEscalated: false },
  pending: { statuses: ['pending'], isEscalated: false },
  escalated: { statuses: activeStatuses, isEscalated: true },
  solved: { statuses: solvedStatuses, isEscalated: null },
};

/** The columns that a card is simply put into; Escalated asks whom and why first. */
export const settableColumns = ['new', 'open', 'pending', 'solved'] as const;
export type SettableColumn = (typeof settableColumns)[number];

interface Card {
  status: Status;
  escalationLevel: number;
  /** Whether an agent has answered the customer. */
  isAnswered: boolean;
}

/** The column that a ticket stands in; null for what no board shows, such as spam. */
export function columnOf(card: Omit<Card, 'isAnswered'>): BoardColumn | null {
  return (
    boardColumns.find(name => {
      const { statuses, isEscalated } = columnPredicates[name];
      return (
        statuses.includes(card.status) &&
        (isEscalated ?? card.escalationLevel > 0) === card.escalationLevel > 0
      );
    }) ?? null
  );
}

export type MoveRefusal = 'ticket-locked' | 'answered-already' | 'not-answered-yet';

/** Why a card may not go into a column; null where it may (LUM-02, LUM-04, D-01). */
export function refusalOf(card: Card, column: BoardColumn): MoveRefusal | null {
  if (!activeStatuses.includes(card.status as never) && card.status !== 'resolved') return 'ticket-locked';
  if (column === 'new' && card.isAnswered) return 'answered-already';
  if (column === 'open' && !card.isAnswered) return 'not-answered-yet';
  return null;
}
