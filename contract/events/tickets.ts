// What the log records about tickets: ids and facts only, never a message's text or a person's name.
import { z } from 'zod';
import { unfitReasons } from '../assignable.ts';
import { channels, id } from '../fields.ts';

/** The bulk change that an event belongs to, and the event that it takes back. */
const marks = { bulkId: id.optional(), undoes: id.optional() };

export const ticketEvents = {
  'ticket.opened': z.object({
    messageId: id,
    channel: z.enum(channels),
    number: z.number().int(),
    hint: z.string().optional(),
  }),
  'ticket.assigned': z.object({ ...marks }),
  /** `unassigned`: the assignee could not keep it there, and why (D-13). */
  'ticket.filed': z.object({ unassigned: z.enum(unfitReasons).optional(), ...marks }),
  'ticket.tagged': z.object({ ...marks }),
  'ticket.solved': z.object({ ...marks }),
  'ticket.reopened': z.object({ ...marks }),
  'ticket.status-set': z.object({ ...marks }),
  /** Until when stands in the changes. */
  'ticket.postponed': z.object({ ...marks }),
  'ticket.woken': z.object({ reason: z.enum(['due', 'by-hand']) }),
  /** The reason is the internal note of this id. */
  'ticket.escalated': z.object({ messageId: id.optional(), ...marks }),
  'ticket.deescalated': z.object({ ...marks }),
  'ticket.closed': z.object({ reason: z.enum(['solved-long-ago', 'imported']) }),
};
