import { z } from 'zod';
import { id, idParams, ticketParams, time } from '../fields.ts';
import { route } from '../route.ts';

export const activityKinds = ['task', 'call', 'event'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const reminderChannels = ['mail', 'popup', 'sms'] as const;
export type ReminderChannel = (typeof reminderChannels)[number];
/** How long before the due time a reminder can come, in minutes. */
export const reminderLeads = [0, 5, 15, 30, 60, 120, 1440] as const;

const reminder = z.object({
  by: z.array(z.enum(reminderChannels)).min(1).max(3),
  minutesBefore: z.number().int().min(0).max(43_200),
});
/** A moment, or a day as a whole. */
const due = z.union([z.object({ at: time }), z.object({ on: z.iso.date() })]);

export const activity = z.object({
  id,
  ticketNumber: z.number().int(),
  ticketSubject: z.string(),
  kind: z.enum(activityKinds),
  title: z.string(),
  note: z.string(),
  ownerId: id,
  dueAt: time.nullable(),
  dueOn: z.iso.date().nullable(),
  /** The reminder that waits; null where none does. */
  reminder: reminder.nullable(),
  remindedAt: time.nullable(),
  doneAt: time.nullable(),
  isOverdue: z.boolean(),
});

const details = {
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(4000),
  due: due.nullable(),
  reminder: reminder.nullable(),
};
const changed = { params: idParams, reply: activity } as const;

export const activityRoutes = {
  list: route({
    method: 'GET',
    path: '/tickets/:ticket/activities',
    right: 'tickets.read',
    summary: 'Tasks, calls and events of the ticket (ZOH-10)',
    params: ticketParams,
    reply: z.object({ activities: z.array(activity), canSendSms: z.boolean() }),
  }),
  mine: route({
    method: 'GET',
    path: '/activities',
    right: 'tickets.read',
    summary: 'What I have still to do, the earliest due first',
    reply: z.object({ activities: z.array(activity), isCut: z.boolean() }),
  }),
  add: route({
    method: 'POST',
    path: '/tickets/:ticket/activities',
    right: 'tickets.work',
    summary:
      'Adds a task, a call or an event; its owner is who adds it unless another is named (ZOH-11, ZOH-12)',
    params: ticketParams,
    body: z.object({
      kind: z.enum(activityKinds),
      title: details.title,
      note: details.note.default(''),
      due: details.due.default(null),
      reminder: details.reminder.default(null),
      ownerId: id.optional(),
    }),
    reply: activity,
  }),
  edit: route({
    method: 'PATCH',
    path: '/activities/:id',
    right: 'tickets.work',
    summary: 'Changes an activity; moved to the past it loses its reminder (ZOH-14)',
    body: z.object({
      kind: z.enum(activityKinds).optional(),
      title: details.title.optional(),
      note: details.note.optional(),
      due: details.due.optional(),
      reminder: details.reminder.optional(),
      ownerId: id.optional(),
    }),
    ...changed,
  }),
  complete: route({
    method: 'PUT',
    path: '/activities/:id/done',
    right: 'tickets.work',
    summary: 'Completes an activity, or opens it again (ZOH-15)',
    body: z.object({ isDone: z.boolean() }),
    ...changed,
  }),
  remove: route({
    method: 'DELETE',
    path: '/activities/:id',
    right: 'tickets.work',
    summary: 'Removes an activity',
    params: idParams,
  }),
};
