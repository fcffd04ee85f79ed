import { z } from 'zod';
import { channels, id } from '../fields.ts';

const moved = { messageId: id, ticketId: id, undoes: id.optional() };

export const messageEvents = {
  'message.received': z.object({ messageId: id, channel: z.enum(channels) }),
  /** `ticketId` is the other ticket; `hasAllowed`: its sender may write into it since. */
  'message.moved-out': z.object({ ...moved, hasAllowed: z.boolean().optional() }),
  'message.moved-in': z.object(moved),
  'message.replied': z.object({ messageId: id }),
  'message.noted': z.object({ messageId: id }),
  /** Words to a third party, and an answer of theirs. */
  'message.side-sent': z.object({ messageId: id, sideId: id }),
  'message.side-answered': z.object({ messageId: id, sideId: id }),
  'delivery.accepted': z.object({ deliveryId: id, purpose: z.string() }),
  'delivery.kept': z.object({ deliveryId: id, purpose: z.string() }),
  'delivery.failed': z.object({ deliveryId: id, purpose: z.string() }),
  /** A report about a mail that its server had taken: it waits on its way, or it came back. */
  'delivery.delayed': z.object({ deliveryId: id, purpose: z.string() }),
  'delivery.bounced': z.object({ deliveryId: id, purpose: z.string() }),
  'delivery.retried': z.object({ deliveryId: id }),
  'delivery.redirected': z.object({ deliveryId: id }),
};
