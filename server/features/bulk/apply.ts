import type { BulkAction } from '../../../contract/routes/bulk.ts';
import { assign, file, markRead, retag, setStatus, undo } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';

/** Does to one ticket what the bulk change is about, by the command that its page would use. */
export async function apply(ctx: Ctx, ticketId: string, action: BulkAction): Promise<void> {
  switch (action.do) {
    case 'assign':
      return assign(ctx, ticketId, action.agentId);
    case 'folder':
      return file(ctx, ticketId, { folderId: action.folderId });
    case 'team':
      return file(ctx, ticketId, { teamId: action.teamId });
    case 'type':
      return file(ctx, ticketId, { typeId: action.typeId });
    case 'priority':
      return file(ctx, ticketId, { priority: action.priority });
    case 'tag-add':
      return retag(ctx, ticketId, before => [...before, action.tagId]);
    case 'tag-remove':
      return retag(ctx, ticketId, before => before.filter(id => id !== action.tagId));
    case 'status':
      return setStatus(ctx, ticketId, action.status);
    case 'read':
      return markRead(ctx, ticketId, action.isRead);
  }
}

/** Does the one, or takes back the event of the other. */
export async function work(
  ctx: Ctx,
  item: { ticket_id: string; undoes: string | null },
  action: BulkAction | null,
): Promise<void> {
  if (action) await apply(ctx, item.ticket_id, action);
  else if (item.undoes) await undo(ctx, item.ticket_id, item.undoes);
}
