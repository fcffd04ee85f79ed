import { z } from 'zod';
import { html, id, idParams, ticketParams, time } from '../fields.ts';
import { route } from '../route.ts';
import { file } from './messages.ts';

const addresses = z.array(z.string().max(320)).max(100).optional();

/** What an agent has written and not sent yet. Fields may be added; what is unknown is not kept. */
export const draftContent = z.object({
  html,
  fileIds: z.array(id).max(50).default([]),
  /** Sent as Idempotency-Key: from however many tabs the draft is sent, it goes out once (D-27). */
  key: id.optional(),
  to: addresses,
  cc: addresses,
  bcc: addresses,
  subject: z.string().max(300).optional(),
  /** What the form of a new ticket holds besides; read by the form itself. */
  fields: z.record(z.string().max(40), z.unknown()).optional(),
});
export type DraftContent = z.output<typeof draftContent>;

export const draftModes = ['reply', 'note', 'side', 'new'] as const;
export type DraftMode = (typeof draftModes)[number];
const shareStates = ['none', 'asked', 'shared', 'declined'] as const;

/** A draft of my own. Images in its text have fresh addresses. */
export const draft = z.object({
  id,
  mode: z.enum(draftModes),
  version: z.number().int(),
  /** The tab that wrote it last. */
  tab: z.string(),
  savedAt: time,
  content: draftContent,
  files: z.array(file),
  /** Files or images that are no longer kept were taken out. */
  hasLostFiles: z.boolean(),
  askedBy: z.array(id),
  sharedWith: z.array(id),
});

/** A teammate's draft on a ticket: that it is there, never what it says. */
export const othersDraft = z.object({
  id,
  agentId: id,
  mode: z.enum(draftModes),
  savedAt: time,
  share: z.enum(shareStates),
  /** The ticket was theirs and is mine now: I may take the draft without asking. */
  isLeft: z.boolean(),
});

const saving = {
  content: draftContent,
  /** The version that was written on; 0 where there was none. */
  base: z.number().int().min(0),
  tab: z.string().min(1).max(64),
  /** Keeps what it replaces among the earlier versions, however young that is. */
  keepsEarlier: z.boolean().default(false),
};

export const draftRoutes = {
  mine: route({
    right: 'tickets.work',
    method: 'GET',
    path: '/drafts',
    summary: 'All my drafts, the last written first',
    reply: z.object({
      drafts: z.array(
        z.object({
          id,
          mode: z.enum(draftModes),
          savedAt: time,
          preview: z.string(),
          subject: z.string(),
          /** Null for a new ticket, and for one that I may no longer see. */
          ticket: z.object({ id, number: z.number().int() }).nullable(),
          askedBy: z.array(id),
        }),
      ),
    }),
  }),
  ofTicket: route({
    right: 'tickets.work',
    method: 'GET',
    path: '/tickets/:ticket/drafts',
    summary: 'My drafts on a ticket, and which teammates have one there',
    params: ticketParams,
    reply: z.object({ mine: z.array(draft), others: z.array(othersDraft) }),
  }),
  saveOnTicket: route({
    right: 'tickets.work',
    method: 'PUT',
    path: '/tickets/:ticket/drafts',
    summary:
      'Saves my draft of a reply, a note or words to a third party; refused where another tab has saved another version since',
    params: ticketParams,
    body: z.object({ mode: z.enum(['reply', 'note', 'side']), ...saving }),
    reply: draft,
  }),
  ofNewTicket: route({
    right: 'tickets.work',
    method: 'GET',
    path: '/drafts/new',
    summary: 'My draft of a new ticket',
    reply: z.object({ mine: z.array(draft) }),
  }),
  saveOfNewTicket: route({
    right: 'tickets.work',
    method: 'PUT',
    path: '/drafts/new',
    summary: 'Saves my draft of a new ticket',
    body: z.object(saving),
    reply: draft,
  }),
  discard: route({
    right: 'tickets.work',
    method: 'DELETE',
    path: '/drafts/:id',
    summary:
      'Throws my draft away, with its versions; refused where another tab has saved another version since',
    params: idParams,
    query: z.object({ base: z.coerce.number().int().optional(), tab: z.string().max(64).optional() }),
  }),
  versions: route({
    right: 'tickets.work',
    method: 'GET',
    path: '/drafts/:id/versions',
    summary: 'Earlier versions of my draft, the latest first: at most 20, one for each minute of writing',
    params: idParams,
    reply: z.object({
      versions: z.array(z.object({ version: z.number().int(), at: time, preview: z.string() })),
    }),
  }),
  version: route({
    right: 'tickets.work',
    method: 'GET',
    path: '/drafts/:id/version',
    summary: 'One earlier version of my draft',
    params: idParams,
    query: z.object({ version: z.coerce.number().int().default(1) }),
    reply: z.object({ version: z.number().int(), at: time, content: draftContent, files: z.array(file) }),
  }),
  ask: route({
    right: 'tickets.work',
    method: 'POST',
    path: '/drafts/:id/ask',
    summary: 'Asks a teammate for their draft',
    params: idParams,
  }),
  share: route({
    right: 'tickets.work',
    method: 'PUT',
    path: '/drafts/:id/shares',
    summary: 'Gives a teammate my draft to copy, or not',
    params: idParams,
    body: z.object({ agentId: id, isShared: z.boolean() }),
  }),
  take: route({
    right: 'tickets.work',
    method: 'POST',
    path: '/drafts/:id/take',
    summary:
      'Makes a teammate’s draft mine: a copy of one they shared, or the draft itself where the ticket is mine now',
    params: idParams,
    body: z.object({ tab: z.string().min(1).max(64) }),
    reply: draft,
  }),
};
