import { z } from 'zod';
import { id, time } from '../fields.ts';
import { route } from '../route.ts';

export const notificationKinds = [
  'activity-reminder',
  'approval-asked',
  'approval-settled',
  'mailbox-failing',
  'mailbox-working',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const notification = z.object({
  id,
  kind: z.enum(notificationKinds),
  /** null for what is about no ticket. */
  ticketNumber: z.number().int().nullable(),
  mailboxId: id.nullable(),
  /** What it is about: the title of the activity, the subject of the approval, the name of the mailbox. */
  title: z.string(),
  /** The agent who set it off; null for Guichet itself. */
  actorId: id.nullable(),
  outcome: z.string().nullable(),
  at: time,
  isRead: z.boolean(),
});

export const notificationRoutes = {
  list: route({
    method: 'GET',
    path: '/notifications',
    right: 'tickets.read',
    summary: 'What I was told inside the app, unread first',
    reply: z.object({ notifications: z.array(notification), unread: z.number().int() }),
  }),
  markRead: route({
    method: 'PUT',
    path: '/notifications/read',
    right: 'tickets.read',
    summary: 'Marks notifications of mine as read; all of them where none is named',
    body: z.object({ ids: z.array(id).max(200).optional() }),
  }),
};
