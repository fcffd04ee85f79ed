import { z } from 'zod';
import { id, idParams, ticketRef } from '../fields.ts';
import { route } from '../route.ts';

const moved = z.object({
  /** Takes the move back. */
  eventId: id,
  ticketNumber: z.number().int(),
  fromNumber: z.number().int(),
});

export const moveRoutes = {
  move: route({
    method: 'POST',
    path: '/messages/:id/move',
    right: 'tickets.work',
    summary: 'Moves a customer’s message to another ticket, or makes it a ticket of its own',
    params: idParams,
    /** `joins`: the sender may write into that ticket from now on. */
    body: z.object({ to: ticketRef.nullable(), joins: z.boolean().default(false) }),
    reply: moved,
  }),
  moveBack: route({
    method: 'POST',
    path: '/messages/:id/move-back',
    right: 'tickets.work',
    summary: 'Takes the last move of a message back; both tickets are then as they were',
    params: idParams,
    body: z.object({ eventId: id }),
    reply: moved,
  }),
};
