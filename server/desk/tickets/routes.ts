import type { Input, Reply } from '../../../contract/route.ts';
import { ticketRoutes } from '../../../contract/routes/tickets.ts';
import { viewRoutes } from '../../../contract/routes/views.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { assign } from './assignment.ts';
import { countTickets } from './counts.ts';
import { ticketDetailOf } from './detail.ts';
import { file } from './filing.ts';
import { historyPage } from './history.ts';
import { listTickets } from './list.ts';
import type { Matching } from './list-filters.ts';
import { nextTicket } from './next-ticket.ts';
import { overviewOf } from './overview.ts';
import { markRead } from './reads.ts';
import { addView, editView, removeView, savedViewsOf } from './saved-views.ts';
import { setStatus } from './status.ts';
import { addTag, editTag, removeTag, setTags } from './tags.ts';
import { knownTicketId, ticketIdOf } from './ticket.ts';

type Open = (ctx: Ctx, body: Input<typeof ticketRoutes.open>['body']) => Promise<string>;

/**
 * Mounts the tickets' endpoints. Handed in from server/: how a text is matched (search room), and how an agent opens a
 * ticket, which is a message's business and so lives further right.
 */
export function mountTickets(mount: Mount, parts: { matching: Matching; open: Open }): void {
  /** Runs a command on the ticket of the address and answers with the ticket as it is then. */
  const changing =
    <B>(command: (ctx: Ctx, ticketId: string, body: B) => Promise<void>) =>
    async (
      ctx: Ctx,
      { params, body }: { params: { ticket: string }; body: B },
    ): Promise<Reply<typeof ticketRoutes.get>> => {
      const ticketId = await ticketIdOf(ctx, params.ticket);
      await command(ctx, ticketId, body);
      return ticketDetailOf(ctx, ticketId, true);
    };

  mountInWorkspace(mount, ticketRoutes, {
    list: (ctx, { query }) => listTickets(ctx, query, parts.matching),
    counts: ctx => countTickets(ctx, parts.matching),
    next: async (ctx, { query }) => ({ ticket: await nextTicket(ctx, query.after) }),
    get: async (ctx, { params }) => ticketDetailOf(ctx, await ticketIdOf(ctx, params.ticket)),
    open: async (ctx, { body }) => ticketDetailOf(ctx, await parts.open(ctx, body)),
    assign: changing((ctx, id, body: { agentId: string | null }) => assign(ctx, id, body.agentId)),
    file: changing(file),
    tag: changing((ctx, id, body: { tagIds: string[] }) => setTags(ctx, id, body.tagIds)),
    setStatus: changing((ctx, id, body: Input<typeof ticketRoutes.setStatus>['body']) =>
      setStatus(ctx, id, body.status),
    ),
    markRead: async (ctx, { params, body }) => {
      await markRead(ctx, await knownTicketId(ctx, params.ticket), body.isRead);
    },
    history: async (ctx, { params, query }) => {
      const { limit, before, by } = query;
      return historyPage(ctx, await knownTicketId(ctx, params.ticket), limit, { before, by });
    },
    addTag: (ctx, { body }) => addTag(ctx, body),
    editTag: (ctx, { params, body }) => editTag(ctx, params.id, body),
    removeTag: (ctx, { params }) => removeTag(ctx, params.id),
  });
  mountInWorkspace(mount, viewRoutes, {
    list: async ctx => ({ views: await savedViewsOf(ctx) }),
    add: (ctx, { body }) => addView(ctx, body),
    edit: (ctx, { params, body }) => editView(ctx, params.id, body),
    remove: (ctx, { params }) => removeView(ctx, params.id),
    overview: ctx => overviewOf(ctx),
  });
}
