import { z } from 'zod';
import { boardColumns, settableColumns } from '../board.ts';
import { id, ticketParams, time } from '../fields.ts';
import { asList, listQuery } from '../filters.ts';
import { route } from '../route.ts';
import { historyLine, ticketDetail, ticketRow } from './tickets.ts';

const filters = listQuery.omit({ view: true, sort: true });
const cards = { tickets: z.array(ticketRow), next: z.string().nullable() };

/** What a line of the feed tells about (QCX-10). */
export const feedKinds = ['messages', 'changes', 'deliveries'] as const;

export const feedItem = historyLine.extend({
  ticket: ticketRow.pick({ id: true, number: true, subject: true, status: true, requester: true }),
  /** The words of a message, cut; a note says that it is internal. */
  message: z.object({ kind: z.enum(['public', 'note']), preview: z.string() }).nullable(),
});

export const boardRoutes = {
  board: route({
    method: 'GET',
    path: '/board',
    right: 'tickets.read',
    summary: 'The board: each column with its number, its load and its first cards (QCX-11)',
    query: filters.extend({ limit: z.coerce.number().int().min(1).max(100).default(30) }),
    reply: z.object({
      columns: z.array(
        z.object({
          name: z.enum(boardColumns),
          /** Counted up to 9,999; `isMore`: there are at least so many. */
          count: z.number().int(),
          isMore: z.boolean(),
          oldestWaitingSince: time.nullable(),
          agents: z.array(z.object({ agentId: id.nullable(), count: z.number().int() })),
          ...cards,
        }),
      ),
    }),
  }),
  boardColumn: route({
    method: 'GET',
    path: '/board/:column',
    right: 'tickets.read',
    summary: 'More cards of one column, by keyset',
    params: z.object({ column: z.enum(boardColumns) }),
    query: filters.extend({
      after: z.string().max(200),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object(cards),
  }),
  moveCard: route({
    method: 'PUT',
    path: '/tickets/:ticket/column',
    right: 'tickets.work',
    summary: 'Puts the ticket into a column of the board: its status, and its escalation ends',
    params: ticketParams,
    body: z.object({ column: z.enum(settableColumns) }),
    reply: ticketDetail,
  }),
  escalate: route({
    method: 'POST',
    path: '/tickets/:ticket/escalation',
    right: 'tickets.work',
    summary: 'Escalates the ticket to an agent; the reason becomes an internal note (D-02)',
    params: ticketParams,
    body: z.object({ agentId: id, reason: z.string().trim().min(1).max(4000) }),
    reply: ticketDetail,
  }),
  deescalate: route({
    method: 'DELETE',
    path: '/tickets/:ticket/escalation',
    right: 'tickets.work',
    summary: 'Ends the escalation of the ticket',
    params: ticketParams,
    reply: ticketDetail,
  }),
  feed: route({
    method: 'GET',
    path: '/feed',
    right: 'tickets.read',
    summary: 'What happens to tickets, newest first, by keyset over the log (QCX-10, D-26)',
    query: z.object({
      team: asList(id),
      folder: asList(id),
      /** Who did it. */
      agent: asList(id),
      kinds: asList(z.enum(feedKinds)),
      before: id.optional(),
      /** Only these events, as far as they belong here: what a live update told of. */
      only: asList(id),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: z.object({ items: z.array(feedItem), next: id.nullable() }),
  }),
  undo: route({
    method: 'POST',
    path: '/tickets/:ticket/undo',
    right: 'tickets.work',
    summary: 'Takes back one change of the ticket, as an event of its own',
    params: ticketParams,
    body: z.object({ eventId: id }),
    reply: ticketDetail,
  }),
};
