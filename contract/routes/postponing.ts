import { z } from 'zod';
import { ticketParams, time } from '../fields.ts';
import { route } from '../route.ts';
import { ticketDetail } from './tickets.ts';

export const postponingRoutes = {
  postpone: route({
    method: 'PUT',
    path: '/tickets/:ticket/postponement',
    right: 'tickets.work',
    summary: 'Postpones the ticket: out of the way until then, or until the customer writes (D-01, LIV-12)',
    params: ticketParams,
    body: z.object({
      until: time,
      /** Kept as an internal note. */
      reason: z.string().trim().max(2000).default(''),
    }),
    reply: ticketDetail,
  }),
  wake: route({
    method: 'DELETE',
    path: '/tickets/:ticket/postponement',
    right: 'tickets.work',
    summary: 'Brings a postponed ticket back now, to the status it had',
    params: ticketParams,
    reply: ticketDetail,
  }),
};
