// Which events can be taken back, and what they say besides for it: columns that no screen names but that a change of
// the status moves along.
import type { EventKind } from '../../../contract/events/index.ts';

export const undoableKinds = [
  'ticket.assigned',
  'ticket.filed',
  'ticket.tagged',
  'ticket.solved',
  'ticket.reopened',
  'ticket.status-set',
  'ticket.escalated',
  'ticket.deescalated',
  'ticket.postponed',
] as const satisfies readonly EventKind[];

export type UndoableKind = (typeof undoableKinds)[number];

export const isUndoable = (kind: EventKind): kind is UndoableKind =>
  (undoableKinds as readonly EventKind[]).includes(kind);

/** Whether events of a kind tell these columns besides. Postponing is put back by what every event tells. */
export const tellsMore = (kind: EventKind) =>
  (isUndoable(kind) && kind !== 'ticket.postponed') || moves.includes(kind);

/** Taken back together with the message, by moveBack(). */
const moves: readonly EventKind[] = ['message.moved-out', 'message.moved-in'];

/** The columns with their names in events. */
export const toldForUndo = {
  waiting_since: 'waitingSince',
  resolved_at: 'resolvedAt',
  status_before_hold: 'statusBeforeHold',
  escalation_origin: 'escalationOrigin',
  merged_into: 'mergedInto',
} as const;
