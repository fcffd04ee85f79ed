import { z } from 'zod';
import { id, idParams, ticketParams, time } from '../fields.ts';
import { route, transferRoute } from '../route.ts';
import { file } from './messages.ts';
import { ticketDetail } from './tickets.ts';

export const attachment = file.extend({
  at: time,
  /** Who sent or added it; agents by id, so that the screens can name them. */
  by: z.object({ type: z.enum(['agent', 'contact', 'system']), id: id.nullable(), name: z.string() }),
  /** The message that it came with; null for a file that was added without sending it (ZOH-17). */
  messageId: id.nullable(),
  /** Stands in an internal note: never sent. */
  isInNote: z.boolean(),
});

export const attachmentRoutes = {
  list: route({
    method: 'GET',
    path: '/tickets/:ticket/files',
    right: 'tickets.read',
    summary: 'Every file of the ticket, newest first (ZOH-18)',
    params: ticketParams,
    reply: z.object({ files: z.array(attachment) }),
  }),
  add: route({
    method: 'POST',
    path: '/tickets/:ticket/files',
    right: 'tickets.work',
    summary: 'Adds my uploads to the ticket without sending them (ZOH-17)',
    params: ticketParams,
    body: z.object({ fileIds: z.array(id).min(1).max(50) }),
    reply: ticketDetail,
  }),
  remove: route({
    method: 'DELETE',
    path: '/files/:id',
    right: 'tickets.work',
    summary: 'Removes a file that I added to a ticket without sending it',
    params: idParams,
  }),
  zip: transferRoute({
    method: 'GET',
    path: '/tickets/:ticket/files/zip',
    right: 'tickets.read',
    summary: 'All files of the ticket as one zip; those of internal notes too (500 MB at most)',
    params: ticketParams,
    transfer: 'download',
  }),
};
