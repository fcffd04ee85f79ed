import { z } from 'zod';
import { holdReasons } from '../events/sending.ts';
import { id, idParams, settableStatuses, ticketParams, time } from '../fields.ts';
import { route } from '../route.ts';
import { file, message } from './messages.ts';
import { replyBody, seenMessageId } from './reply-body.ts';
import { ticketDetail } from './tickets.ts';

const addresses = z.array(z.string());

/** Longest time in which Send can be undone, in seconds. */
export const longestDelaySeconds = 60;

/** A reply that has not become a message yet. */
export const outgoing = z.object({
  id,
  ticket: z.object({ id, number: z.number().int(), subject: z.string() }),
  authorId: id,
  /** Clean rich text, safe to show by the app's own renderer. */
  html: z.string(),
  text: z.string(),
  to: addresses,
  cc: addresses,
  bcc: addresses,
  files: z.array(file),
  status: z.enum(settableStatuses),
  /** Sent later on purpose; false within the seconds in which Send can be undone. */
  isScheduled: z.boolean(),
  sendAt: time,
  /** Until then, by the server's clock: the reader's own may be wrong. */
  millisecondsLeft: z.number().int(),
  state: z.enum(['waiting', 'held']),
  reason: z.enum(holdReasons).nullable(),
});

export const sendingRoutes = {
  recipients: route({
    method: 'GET',
    path: '/tickets/:ticket/recipients',
    right: 'tickets.read',
    summary: 'Who a reply goes to unless its writer says otherwise, and who else might be meant (S6)',
    params: ticketParams,
    reply: z.object({
      to: addresses,
      cc: addresses,
      /** In copy of what the customer wrote, and not accepted by an agent yet. */
      suggested: addresses,
      /** What this ticket has to do with: `@domain`, or a whole address at a provider that everybody uses. */
      known: addresses,
    }),
  }),
  list: route({
    method: 'GET',
    path: '/tickets/:ticket/outgoing',
    right: 'tickets.read',
    summary: 'Replies of a ticket that have not left yet, the next first',
    params: ticketParams,
    reply: z.object({ outgoing: z.array(outgoing) }),
  }),
  mine: route({
    method: 'GET',
    path: '/outgoing',
    right: 'tickets.read',
    summary: 'My replies that have not left yet, the next first',
    reply: z.object({ outgoing: z.array(outgoing) }),
  }),
  schedule: route({
    method: 'POST',
    path: '/tickets/:ticket/outgoing',
    right: 'tickets.work',
    summary: 'Answers the customer after some seconds in which it can be undone, or at a given time',
    params: ticketParams,
    body: replyBody.and(
      z.union([
        z.object({ delaySeconds: z.number().int().min(1).max(longestDelaySeconds) }),
        z.object({ sendAt: time }),
      ]),
    ),
    reply: outgoing,
  }),
  reschedule: route({
    method: 'PATCH',
    path: '/outgoing/:id',
    right: 'tickets.work',
    summary: 'Lets a reply leave at another time, also one that was held',
    params: idParams,
    body: z.object({ sendAt: time, seenMessageId }),
    reply: outgoing,
  }),
  sendNow: route({
    method: 'POST',
    path: '/outgoing/:id/send',
    right: 'tickets.work',
    summary: 'Sends a reply now that was to leave later or was held',
    params: idParams,
    body: z.object({ seenMessageId }),
    reply: z.object({ message, ticket: ticketDetail }),
  }),
  withdraw: route({
    method: 'POST',
    path: '/outgoing/:id/withdraw',
    right: 'tickets.work',
    summary: 'Takes a reply back before it leaves; gives what it was, for its writer to go on',
    params: idParams,
    reply: outgoing,
  }),
};
