// What the log records about tickets: ids and facts only, never a message's text or a person's name.
import { z } from 'zod';
import { channels, id } from '../fields.ts';

export const ticketEvents = {
  'ticket.opened': z.object({
    messageId: id,
    channel: z.enum(channels),
    number: z.number().int(),
    hint: z.string().optional(),
  }),
  'ticket.assigned': z.object({}),
  'ticket.filed': z.object({}),
  'ticket.tagged': z.object({}),
  'ticket.solved': z.object({}),
  'ticket.reopened': z.object({}),
  'ticket.status-set': z.object({}),
  'ticket.closed': z.object({ reason: z.enum(['solved-long-ago']) }),
};
