import type { Ctx } from '../../platform/db/index.ts';
import { teamById } from '../people/index.ts';
import { folderById, segmentById, typeById } from '../workspaces/index.ts';
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

/** Changes folder, team, priority, type or segments (QCX-12), as one event. @throws NotFound, Conflict ticket-locked */
export async function file(ctx: Ctx, ticketId: string, filing: Filing): Promise<void> {
  if (filing.folderId) await folderById(ctx, filing.folderId);
  if (filing.teamId) await teamById(ctx, filing.teamId);
  if (filing.typeId) await typeById(ctx, filing.typeId);
  for (const id of [filing.segmentId, filing.originalSegmentId]) if (id) await segmentById(ctx, id);
  await changeTicket(ctx, ticketId, ticket => {
    refuseLocked(ticket);
    const set: Partial<Changeable> = {};
    for (const [field, column] of Object.entries(columns) as [keyof Filing, Column][]) {
      const wanted = filing[field];
      if (wanted !== undefined && wanted !== ticket[column]) Object.assign(set, { [column]: wanted });
    }
    return Object.keys(set).length > 0 ? { kind: 'ticket.filed', facts: {}, set } : null;
  });
}
