import { z } from 'zod';
import { email, html, id, ticketParams } from '../fields.ts';
import { route } from '../route.ts';
import { file, message } from './messages.ts';
import { ticketDetail } from './tickets.ts';

const addresses = z.array(email).max(20);

/** Words to somebody else than the customer, about a ticket. */
export const sideBody = z.object({
  /** Goes on in this side conversation; left out, a new one begins. */
  sideId: id.optional(),
  subject: z.string().trim().min(1).max(300),
  recipients: z.object({ to: addresses.min(1), cc: addresses.default([]) }),
  html,
  fileIds: z.array(id).max(50).default([]),
});
export type SideBody = z.output<typeof sideBody>;

export const sideRoutes = {
  send: route({
    method: 'POST',
    path: '/tickets/:ticket/side-messages',
    right: 'tickets.work',
    summary: 'Writes to a third party about the ticket; the customer never sees it, nor the answers (LUM-34)',
    params: ticketParams,
    body: sideBody,
    reply: z.object({ message, ticket: ticketDetail }),
  }),
  copyFiles: route({
    method: 'POST',
    path: '/tickets/:ticket/file-copies',
    right: 'tickets.work',
    summary: 'Copies files of the ticket, as uploads of mine to send on',
    params: ticketParams,
    body: z.object({ fileIds: z.array(id).min(1).max(50) }),
    reply: z.object({ files: z.array(file) }),
  }),
};
