import type { Ctx } from '../../platform/db/index.ts';
import { teamById } from '../people/index.ts';
import { folderById } from '../workspaces/index.ts';
import { refuseLocked } from './status.ts';
import type { Ticket } from './tables.ts';
import { type Changeable, changeTicket } from './ticket.ts';

export interface Filing {
  folderId?: string;
  teamId?: string | null;
  priority?: Ticket['priority'];
}

/** Changes folder, team or priority, as one event. @throws NotFound, Conflict ticket-locked */
export async function file(ctx: Ctx, ticketId: string, filing: Filing): Promise<void> {
  if (filing.folderId) await folderById(ctx, filing.folderId);
  if (filing.teamId) await teamById(ctx, filing.teamId);
  await changeTicket(ctx, ticketId, ticket => {
    refuseLocked(ticket);
    const set: Partial<Changeable> = {};
    if (filing.folderId && filing.folderId !== ticket.folder_id) set.folder_id = filing.folderId;
    if (filing.teamId !== undefined && filing.teamId !== ticket.team_id) set.team_id = filing.teamId;
    if (filing.priority && filing.priority !== ticket.priority) set.priority = filing.priority;
    return Object.keys(set).length > 0 ? { kind: 'ticket.filed', facts: {}, set } : null;
  });
}
