import { listQuery } from '../../../contract/filters.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { listTickets, type PageQuery } from './list.ts';

/**
 * The ticket to go on with, other than the one at hand (LIV-38): the one that has waited longest among mine and those
 * that nobody has; when there is none, the one that has waited longest with a colleague. Only what the actor may see.
 */
export async function nextTicket(ctx: Ctx, after?: string): Promise<{ id: string; number: number } | null> {
  return (
    (await longestWaiting(ctx, ['me', 'nobody'], after)) ?? (await longestWaiting(ctx, undefined, after))
  );
}

async function longestWaiting(ctx: Ctx, assignee: PageQuery['assignee'], except?: string) {
  let cursor: string | undefined;
  do {
    const query = { ...listQuery.parse({ view: 'unanswered', assignee }), limit: 2, after: cursor };
    const page = await listTickets(ctx, query, () => {
      throw new Error('the next ticket is not looked for by text');
    });
    const found = page.tickets.find(ticket => ticket.id !== except);
    if (found) return { id: found.id, number: found.number };
    cursor = page.next ?? undefined;
  } while (cursor);
  return null;
}
