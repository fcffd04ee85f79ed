import { z } from 'zod';
import { id } from '../fields.ts';

/** Why a reply that was to leave by itself did not. */
export const holdReasons = [
  'customer-wrote',
  'colleague-wrote',
  'ticket-closed',
  'no-access',
  'author-left',
] as const;
export type HoldReason = (typeof holdReasons)[number];

export const sendingEvents = {
  /** Sent, and still to be undone for some seconds. */
  'message.leaving': z.object({ outgoingId: id }),
  'message.scheduled': z.object({ outgoingId: id }),
  'message.withdrawn': z.object({ outgoingId: id }),
  'message.held': z.object({ outgoingId: id, reason: z.enum(holdReasons) }),
};
