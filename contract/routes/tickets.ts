import { z } from 'zod';
import {
  channels,
  colour,
  email,
  escalationOrigins,
  html,
  id,
  idParams,
  name,
  priority,
  settableStatuses,
  status,
  ticketParams,
  time,
} from '../fields.ts';
import { asList, countedViews, listQuery } from '../filters.ts';
import { route } from '../route.ts';
import { counted } from './views.ts';
import { tag } from './workspaces.ts';

export { countedViews, type View, views } from '../filters.ts';

export const ticketRow = z.object({
  id,
  number: z.number().int(),
  subject: z.string(),
  status,
  priority,
  channel: z.enum(channels),
  /** The snapshot taken when the request came in: never changes (QCX-13). */
  requester: z.object({ name: z.string(), email: z.string().nullable() }),
  contactId: id,
  assigneeId: id.nullable(),
  teamId: id.nullable(),
  folderId: id,
  typeId: id.nullable(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  /** Where the customer stands now and stood when the request came in (QCX-12). */
  segmentId: id.nullable(),
  originalSegmentId: id.nullable(),
  /** 0: not escalated (D-02). */
  escalationLevel: z.number().int(),
  escalatedTo: id.nullable(),
  /** Whether an agent has answered the customer (LUM-02). */
  isAnswered: z.boolean(),
  /** Until when it is postponed; null where it is not (D-01). */
  postponedUntil: time.nullable(),
  tagIds: z.array(id),
  preview: z.string(),
  /** Since when the customer waits for an answer; null when it is not our turn (D-10). */
  waitingSince: time.nullable(),
  receivedAt: time,
  lastMessageAt: time,
  isUnread: z.boolean(),
  hasFiles: z.boolean(),
  /** Version of the ticket: the id of its last event. */
  eventId: id,
});

export const ticketDetail = ticketRow.extend({
  language: z.enum(['fr', 'en']),
  escalation: z.object({ origin: z.enum(escalationOrigins), agentId: id.nullable() }).nullable(),
  /** What each tab of the ticket holds (ZOH-01). */
  counts: z.object({
    conversation: z.number().int(),
    history: z.number().int(),
    approval: z.number().int(),
    resolution: z.number().int(),
    /** Those that are still to be done. */
    activities: z.number().int(),
    time: z.number().int(),
    attachments: z.number().int(),
  }),
  /** Who postponed it (D-01); null where it is not, or nobody did. */
  postponedBy: id.nullable(),
  firstRepliedAt: time.nullable(),
  resolvedAt: time.nullable(),
  /** Why a mail opened a new ticket although it claimed to answer one (S5); agents only. */
  hint: z.object({ code: z.string(), ticketNumber: z.number().int().nullable() }).nullable(),
  mailbox: z.object({ id, name: z.string(), address: z.string() }).nullable(),
  /** The number of the ticket that goes on for one which was merged. */
  mergedInto: z.number().int().nullable(),
});

/** Who acts on a ticket (ZOH-02): agents, customers (mails that reach them too), Guichet and its rules. */
export const actorClasses = ['agents', 'customers', 'automatic'] as const;
export type ActorClass = (typeof actorClasses)[number];

export const historyLine = z.object({
  id,
  kind: z.string(),
  actor: z.object({
    type: z.enum(['agent', 'contact', 'system', 'rule']),
    id: id.nullable(),
    name: z.string(),
  }),
  at: time,
  /** What it was about, where the log holds only an id: the recipient of a mail, the names of files. */
  about: z.string().nullable(),
  /** Field -> [old, new]; ids stay ids, the reader's screen names them. */
  changes: z.record(z.string(), z.array(z.unknown())),
  facts: z.record(z.string(), z.unknown()),
});

const change = { params: ticketParams, reply: ticketDetail } as const;

export const ticketRoutes = {
  list: route({
    method: 'GET',
    path: '/tickets',
    right: 'tickets.read',
    summary: 'Tickets of a view, longest waiting first, by keyset',
    query: listQuery.extend({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    /** A page may hold fewer tickets than asked for, or none, and still have a next one: see docs/decisions/0009. */
    reply: z.object({ tickets: z.array(ticketRow), next: z.string().nullable() }),
  }),
  counts: route({
    method: 'GET',
    path: '/tickets/counts',
    right: 'tickets.read',
    summary: 'How many tickets each view, folder and saved view holds',
    reply: z.object({
      views: z.record(z.enum(countedViews), z.number().int()),
      folders: z.record(id, z.number().int()),
      saved: z.record(id, counted),
    }),
  }),
  next: route({
    method: 'GET',
    path: '/tickets/next',
    right: 'tickets.read',
    summary: 'The ticket that has waited longest: of mine and nobody’s, else of all (LIV-38)',
    query: z.object({ after: id.optional() }),
    reply: z.object({ ticket: z.object({ id, number: z.number().int() }).nullable() }),
  }),
  get: route({
    method: 'GET',
    path: '/tickets/:ticket',
    right: 'tickets.read',
    summary: 'One ticket, by id or number',
    params: ticketParams,
    reply: ticketDetail,
  }),
  open: route({
    method: 'POST',
    path: '/tickets',
    right: 'tickets.work',
    summary: 'Opens a ticket on behalf of, or to, a customer (LUM-28 to LUM-32)',
    body: z.object({
      requester: z.object({ email, name: z.string().trim().max(120).default('') }),
      subject: z.string().trim().min(1).max(300),
      html,
      fileIds: z.array(id).max(50).default([]),
      folderId: id.optional(),
      teamId: id.nullable().optional(),
      assigneeId: id.nullable().optional(),
      /** Without one: that of the type, else medium. */
      priority: priority.optional(),
      typeId: id.nullable().optional(),
      tagIds: z.array(id).max(50).default([]),
      mailboxId: id.optional(),
      /** true: the text is written to the customer and mailed; false: it records what the customer asked. */
      sendsMail: z.boolean().default(true),
    }),
    reply: ticketDetail,
  }),
  assign: route({
    method: 'PUT',
    path: '/tickets/:ticket/assignee',
    right: 'tickets.work',
    summary: 'Hands the ticket to an agent, or to nobody',
    body: z.object({ agentId: id.nullable() }),
    ...change,
  }),
  file: route({
    method: 'PATCH',
    path: '/tickets/:ticket/filing',
    right: 'tickets.work',
    summary: 'Changes folder, team, priority, type or segments',
    body: z.object({
      folderId: id.optional(),
      teamId: id.nullable().optional(),
      priority: priority.optional(),
      typeId: id.nullable().optional(),
      segmentId: id.nullable().optional(),
      originalSegmentId: id.nullable().optional(),
    }),
    ...change,
  }),
  tag: route({
    method: 'PUT',
    path: '/tickets/:ticket/tags',
    right: 'tickets.work',
    summary: 'Sets the tags of the ticket',
    body: z.object({ tagIds: z.array(id).max(50) }),
    ...change,
  }),
  setStatus: route({
    method: 'PUT',
    path: '/tickets/:ticket/status',
    right: 'tickets.work',
    summary: 'Solves, reopens or sets the status by hand',
    body: z.object({ status: z.enum(settableStatuses) }),
    ...change,
  }),
  markRead: route({
    method: 'PUT',
    path: '/tickets/:ticket/read',
    right: 'tickets.read',
    summary: 'Marks the ticket as read or unread by me',
    params: ticketParams,
    body: z.object({ isRead: z.boolean() }),
  }),
  history: route({
    method: 'GET',
    path: '/tickets/:ticket/history',
    right: 'tickets.read',
    summary: 'Everything that was done to the ticket, newest first (ZOH-02)',
    params: ticketParams,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(200),
      /** The id of the last line read: earlier ones follow. */
      before: id.optional(),
      /** Only what these did. */
      by: asList(z.enum(actorClasses)),
    }),
    reply: z.object({ lines: z.array(historyLine), hasEarlier: z.boolean() }),
  }),
  addTag: route({
    method: 'POST',
    path: '/tags',
    right: 'settings.manage',
    summary: 'Adds a tag to the catalogue (LUM-26)',
    body: z.object({ name: name.max(40), colour }),
    reply: tag,
  }),
  editTag: route({
    method: 'PATCH',
    path: '/tags/:id',
    right: 'settings.manage',
    summary: 'Renames or recolours a tag',
    params: idParams,
    body: z.object({ name: name.max(40).optional(), colour: colour.optional() }),
    reply: tag,
  }),
  removeTag: route({
    method: 'DELETE',
    path: '/tags/:id',
    right: 'settings.manage',
    summary: 'Removes a tag from the catalogue and from its tickets',
    params: idParams,
  }),
};
