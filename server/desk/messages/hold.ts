// When a reply must not leave by itself after all (LUM-23): it waits for its writer instead, who is told.
import type { HoldReason } from '../../../contract/events/sending.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { DeskError } from '../../platform/errors/index.ts';
import type { Reaction } from '../../platform/events/index.ts';
import { agentById } from '../people/index.ts';
import { changeTicket, refuseLocked, type Ticket, withinReach } from '../tickets/index.ts';
import { newerThan } from './newer.ts';
import { lockOutgoing } from './outgoing.ts';
import type { Outgoing } from './tables.ts';

/** The writer of a reply as the actor, with what they may see today; null when they are no agent any more. */
export async function asAuthor(ctx: Ctx, row: Outgoing): Promise<Ctx | null> {
  const { id, language, folderIds, isDisabled } = await agentById(ctx, row.author_id);
  if (isDisabled) return null;
  return { ...ctx, actor: { type: 'agent', id, via: 'app' }, language, onlyFolders: folderIds };
}

/** Why a reply may not leave now, or null. To be asked under the ticket's lock. */
export async function reasonToHold(ctx: Ctx, ticket: Ticket, row: Outgoing): Promise<HoldReason | null> {
  const author = await asAuthor(ctx, row);
  if (!author) return 'author-left';
  if (!(await isWithinReach(author, ticket.id))) return 'no-access';
  if (isLocked(ticket)) return 'ticket-closed';
  if (row.seen_message_id === null) return null;
  const newer = (await newerThan(ctx, ticket.id, row.seen_message_id))
    // Two replies by one person within ten seconds: they know what they wrote.
    .filter(one => one.authorType !== 'agent' || one.authorId !== row.author_id);
  if (newer.length === 0) return null;
  return newer.some(one => one.authorType !== 'agent') ? 'customer-wrote' : 'colleague-wrote';
}

async function isWithinReach(ctx: Ctx, ticketId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .where(withinReach(ctx))
    .executeTakeFirst();
  return row !== undefined;
}

function isLocked(ticket: Ticket): boolean {
  try {
    refuseLocked(ticket);
    return false;
  } catch (error) {
    if (error instanceof DeskError) return true;
    throw error;
  }
}

/** Holds a reply that is locked already. Gives what the log says of it. */
export async function hold(ctx: Ctx, row: Outgoing, reason: HoldReason) {
  await ctx.tx
    .updateTable('outgoing')
    .set({ state: 'held', reason })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', row.id)
    .execute();
  return { kind: 'message.held' as const, facts: { outgoingId: row.id, reason } };
}

/** What waits in a ticket is held at once when there is a reason, not only when its moment comes. */
export const holdOutgoing: Reaction = {
  name: 'hold-outgoing',
  hears: ['message.received', 'message.replied', 'message.moved-in', 'ticket.closed'],
  async run(ctx, { ticketId }) {
    const waiting = await ctx.tx
      .selectFrom('outgoing')
      .select('id')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('ticket_id', '=', ticketId)
      .where('state', '=', 'waiting')
      .orderBy('id')
      .execute();
    for (const { id } of waiting) {
      await changeTicket(ctx, ticketId, async ticket => {
        const row = await lockOutgoing(ctx, id);
        const reason = row?.state === 'waiting' ? await reasonToHold(ctx, ticket, row) : null;
        return row && reason ? hold(ctx, row, reason) : null;
      });
    }
  },
};
