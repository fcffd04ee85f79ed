import { z } from 'zod';
import { id, idParams, priority, time } from '../fields.ts';
import { listQuery } from '../filters.ts';
import { route } from '../route.ts';

/** Most tickets that one bulk change takes; the rest is told. */
export const mostBulkTickets = 10_000;
/** Days within which a change can be taken back. */
export const undoDays = 7;

/** What is done to each ticket. One field a time, so that each ticket gets the event that it would get from its page. */
export const bulkAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('assign'), agentId: id.nullable() }),
  z.object({ do: z.literal('folder'), folderId: id }),
  z.object({ do: z.literal('team'), teamId: id.nullable() }),
  z.object({ do: z.literal('type'), typeId: id.nullable() }),
  z.object({ do: z.literal('priority'), priority }),
  z.object({ do: z.literal('tag-add'), tagId: id }),
  z.object({ do: z.literal('tag-remove'), tagId: id }),
  z.object({ do: z.literal('status'), status: z.enum(['open', 'pending', 'resolved']) }),
  z.object({ do: z.literal('read'), isRead: z.boolean() }),
]);
export type BulkAction = z.infer<typeof bulkAction>;

export const bulkChange = z.object({
  id,
  /** Null where it takes back another. */
  action: bulkAction.nullable(),
  undoOf: id.nullable(),
  state: z.enum(['running', 'done']),
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  /** Tickets that matched beyond the most that one change takes. */
  leftOut: z.number().int(),
  createdAt: time,
  canBeUndone: z.boolean(),
});

export const bulkRoutes = {
  start: route({
    method: 'POST',
    path: '/bulk-changes',
    right: 'tickets.work',
    summary: 'Changes many tickets in the background: those named, or all that match a list',
    body: z.object({
      action: bulkAction,
      tickets: z.union([
        z.object({ ids: z.array(id).min(1).max(mostBulkTickets) }),
        z.object({ query: listQuery }),
      ]),
    }),
    reply: bulkChange,
  }),
  mine: route({
    method: 'GET',
    path: '/bulk-changes',
    right: 'tickets.work',
    summary: 'My bulk changes of the last seven days, newest first',
    reply: z.object({ changes: z.array(bulkChange) }),
  }),
  failures: route({
    method: 'GET',
    path: '/bulk-changes/:id/failures',
    right: 'tickets.work',
    summary: 'The tickets that could not be changed, each with its reason',
    params: idParams,
    query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
    reply: z.object({
      failures: z.array(
        z.object({
          place: z.number().int(),
          /** Null for one that I may not see any more. */
          ticket: z.object({ number: z.number().int(), subject: z.string() }).nullable(),
          reason: z.string(),
        }),
      ),
      next: z.number().int().nullable(),
    }),
  }),
  undo: route({
    method: 'POST',
    path: '/bulk-changes/:id/undo',
    right: 'tickets.work',
    summary: 'Takes a bulk change back where nothing has changed since',
    params: idParams,
    reply: bulkChange,
  }),
};
