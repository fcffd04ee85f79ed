import { z } from 'zod';
import { channels, id } from '../fields.ts';

export const messageEvents = {
  'message.received': z.object({ messageId: id, channel: z.enum(channels) }),
  'message.replied': z.object({ messageId: id }),
  'message.noted': z.object({ messageId: id }),
  'delivery.accepted': z.object({ deliveryId: id, purpose: z.string() }),
  'delivery.kept': z.object({ deliveryId: id, purpose: z.string() }),
  'delivery.failed': z.object({ deliveryId: id, purpose: z.string() }),
  'delivery.retried': z.object({ deliveryId: id }),
};
