import type { Changes } from '../../../contract/events/index.ts';
import { undoDays } from '../../../contract/routes/bulk.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, isReferenced, notFound } from '../../platform/errors/index.ts';
import { oldValues } from './old-values.ts';
import { isSolved, refuseLocked } from './status.ts';
import type { Ticket } from './tables.ts';
import { replaceTags, tagIdsOf } from './tags.ts';
import { type Changeable, changeTicket, type Plan } from './ticket.ts';
import { isUndoable, type UndoableKind } from './undoable.ts';

/**
 * Takes one change of a ticket back: the fields that the event changed get their old values again, as an event of its
 * own that names it.
 * @throws NotFound for an event that is not this ticket's; Conflict changed-since where one of the fields has another
 * value by now or the customer has written since a change of the status, undo-too-late after `undoDays`, undo-not-possible
 * for what is no change of fields, ticket-locked
 */
export async function undo(ctx: Ctx, ticketId: string, eventId: string): Promise<void> {
  const event = await ctx.tx
    .selectFrom('events')
    .select(['kind', 'changes', 'at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (!event) throw notFound();
  const { kind, changes, at } = event;
  if (!isUndoable(kind) || Object.keys(changes).length === 0) throw conflict('undo-not-possible');
  if (ctx.now.getTime() - at.getTime() > undoDays * 24 * 3600 * 1000) throw conflict('undo-too-late');
  await changeTicket({ ...ctx, marks: { ...ctx.marks, undoes: eventId } }, ticketId, async ticket => {
    refuseLocked(ticket);
    if (changes.status && ticket.last_message_at > at) throw conflict('changed-since');
    const set = oldValues(ticket, changes, () => {
      throw conflict('changed-since');
    });
    const alsoChanged = await tagsBack(ctx, ticketId, changes);
    return { kind: kindOf(kind, ticket, set), facts: {}, set, alsoChanged };
  }).catch(error => {
    // What it had then is no longer there, such as a folder that was removed.
    throw isReferenced(error) ? conflict('changed-since') : error;
  });
}

/** Puts the old tags back, as far as they are still in the catalogue. */
async function tagsBack(ctx: Ctx, ticketId: string, changes: Changes): Promise<Changes | undefined> {
  if (!changes.tagIds) return undefined;
  const now = await tagIdsOf(ctx, ticketId);
  const [old, made] = changes.tagIds as [string[], string[]];
  if (now.join() !== made.join()) throw conflict('changed-since');
  return { tagIds: [now, await replaceTags(ctx, ticketId, old, 'those known')] };
}

function kindOf(kind: UndoableKind, ticket: Ticket, set: Partial<Changeable>): Plan['kind'] & UndoableKind {
  if (kind === 'ticket.escalated') return 'ticket.deescalated';
  if (kind === 'ticket.deescalated') return 'ticket.escalated';
  if (!set.status) return kind;
  if (isSolved(set.status)) return 'ticket.solved';
  return isSolved(ticket.status) ? 'ticket.reopened' : 'ticket.status-set';
}
