// What the log records about tickets: ids and facts only, never a message's text or a person's name.
import { z } from 'zod';
import { unfitReasons } from '../assignable.ts';
import { channels, id } from '../fields.ts';

export const ticketEvents = {
  'ticket.opened': z.object({
    messageId: id,
    channel: z.enum(channels),
    number: z.number().int(),
    hint: z.string().optional(),
  }),
  'ticket.assigned': z.object({}),
  /** `unassigned`: the assignee could not keep it there, and why (D-13). */
  'ticket.filed': z.object({ unassigned: z.enum(unfitReasons).optional() }),
  'ticket.tagged': z.object({}),
  'ticket.solved': z.object({}),
  'ticket.reopened': z.object({}),
  'ticket.status-set': z.object({}),
  /** Until when stands in the changes. */
  'ticket.postponed': z.object({}),
  'ticket.woken': z.object({ reason: z.enum(['due', 'by-hand']) }),
  'ticket.closed': z.object({ reason: z.enum(['solved-long-ago']) }),
};
