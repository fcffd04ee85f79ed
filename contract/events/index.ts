import type { z } from 'zod';
import { activityEvents } from './activities.ts';
import { approvalEvents } from './approvals.ts';
import { attachmentEvents } from './attachments.ts';
import { messageEvents } from './messages.ts';
import { resolutionEvents } from './resolutions.ts';
import { sendingEvents } from './sending.ts';
import { ticketEvents } from './tickets.ts';
import { timeEntryEvents } from './time-entries.ts';

/** Every kind of event with the schema of its facts. Kinds are never renamed; facts only gain optional fields. */
export const eventKinds = {
  ...ticketEvents,
  ...messageEvents,
  ...resolutionEvents,
  ...timeEntryEvents,
  ...activityEvents,
  ...approvalEvents,
  ...attachmentEvents,
  ...sendingEvents,
};
export type EventKind = keyof typeof eventKinds;
export type Facts<K extends EventKind> = z.infer<(typeof eventKinds)[K]>;
/** Field -> [old value, new value]. */
export type Changes = Record<string, [unknown, unknown]>;
