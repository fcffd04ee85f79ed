// What an agent sends to a customer, whether it leaves at once or later.
import { z } from 'zod';
import { email, html, id, settableStatuses } from '../fields.ts';

const addresses = z.array(email).max(20);

/** Each mail names To and Cc; nobody but the desk sees Bcc. */
export const recipients = z.object({
  to: addresses.min(1),
  cc: addresses.default([]),
  bcc: addresses.default([]),
});
export type Recipients = z.output<typeof recipients>;

/**
 * The newest public message that the writer has been shown, or null for none: a newer one refuses the reply with
 * Conflict newer-message (LUM-23). Left out, nothing is compared.
 */
export const seenMessageId = id.nullable().optional();

export const replyBody = z.object({
  html,
  fileIds: z.array(id).max(50).default([]),
  /** The status after sending: pending by default (LUM-03). */
  status: z.enum(settableStatuses).default('pending'),
  /** Left out: the requester, with those who took part so far in copy. */
  recipients: recipients.optional(),
  seenMessageId,
});
