import type { Unfit } from '../../../contract/assignable.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { teamById, unfitAt } from '../people/index.ts';
import { folderById, segmentById, typeById } from '../workspaces/index.ts';
import { placeOf } from './assignment.ts';
import { refuseLocked } from './status.ts';
import type { Ticket } from './tables.ts';
import { type Changeable, changeTicket } from './ticket.ts';

export interface Filing {
  folderId?: string;
  teamId?: string | null;
  priority?: Ticket['priority'];
  typeId?: string | null;
  segmentId?: string | null;
  originalSegmentId?: string | null;
}

const columns = {
  folderId: 'folder_id',
  teamId: 'team_id',
  priority: 'priority',
  typeId: 'type_id',
  segmentId: 'segment_id',
  originalSegmentId: 'original_segment_id',
} as const satisfies Record<keyof Filing, keyof Changeable>;
type Column = (typeof columns)[keyof typeof columns];

/**
 * Changes folder, team, priority, type or segments (QCX-12), as one event. Where the assignee could not be given the
 * ticket afterwards, it is taken from them in the same event, which says why (D-13).
 * @throws NotFound, Conflict ticket-locked
 */
export async function file(ctx: Ctx, ticketId: string, filing: Filing): Promise<void> {
  if (filing.folderId) await folderById(ctx, filing.folderId);
  if (filing.teamId) await teamById(ctx, filing.teamId);
  if (filing.typeId) await typeById(ctx, filing.typeId);
  for (const id of [filing.segmentId, filing.originalSegmentId]) if (id) await segmentById(ctx, id);
  await changeTicket(ctx, ticketId, async ticket => {
    refuseLocked(ticket);
    const set: Partial<Changeable> = {};
    for (const [field, column] of Object.entries(columns) as [keyof Filing, Column][]) {
      const wanted = filing[field];
      if (wanted !== undefined && wanted !== ticket[column]) Object.assign(set, { [column]: wanted });
    }
    if (Object.keys(set).length === 0) return null;
    const unassigned = await unfitAfter(ctx, ticket, set);
    if (!unassigned) return { kind: 'ticket.filed', facts: {}, set };
    return { kind: 'ticket.filed', facts: { unassigned }, set: { ...set, assignee_id: null } };
  });
}

/** Why the assignee cannot keep the ticket where it goes; null also where it stays. */
async function unfitAfter(ctx: Ctx, ticket: Ticket, set: Partial<Changeable>): Promise<Unfit | null> {
  const moves = 'folder_id' in set || 'team_id' in set || 'segment_id' in set;
  if (!moves || !ticket.assignee_id) return null;
  return unfitAt(ctx, ticket.assignee_id, placeOf({ ...ticket, ...set }));
}
