import { z } from 'zod';
import { calendarEntry } from '../calendar-entry.ts';
import { html, id, idParams, ticketParams, time } from '../fields.ts';
import { route, transferRoute } from '../route.ts';
import { replyBody } from './reply-body.ts';
import { ticketDetail } from './tickets.ts';

export const deliveryStates = [
  'queued',
  'sending',
  'accepted',
  'kept',
  'deferred',
  'failed',
  'delayed',
  'bounced',
] as const;

export const file = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  isInline: z.boolean(),
  /** Where the bytes are: a signed address of limited life, needs no cookie. */
  url: z.string(),
});

export const delivery = z.object({
  id,
  recipient: z.string(),
  state: z.enum(deliveryStates),
  /** What the receiving server said, or why the next try waits. */
  detail: z.string(),
  nextTryAt: time.nullable(),
  /** Of one that bounced: whether its address is dead; null where nobody knows. */
  isDead: z.boolean().nullable(),
  /** Where the report that came back can be fetched as it came. */
  reportUrl: z.string().nullable(),
  at: time,
});

export const message = z.object({
  id,
  kind: z.enum(['public', 'note']),
  author: z.object({
    type: z.enum(['agent', 'contact', 'system']),
    id: id.nullable(),
    name: z.string(),
    email: z.string().nullable(),
  }),
  at: time,
  /** The new words as plain text. */
  text: z.string(),
  /** Rich text by an agent, sanitised: safe to show as it is by the app's own renderer. Null for mails. */
  html: z.string().nullable(),
  /** Address of the sanitised mail for a sandboxed frame; null where there is only text. */
  frameUrl: z.string().nullable(),
  /** What the mail quoted, as text; folded, never cut. */
  quotedText: z.string(),
  hasQuote: z.boolean(),
  hasRemoteImages: z.boolean(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  /** Who got it without the others seeing that. */
  bcc: z.array(z.string()),
  subject: z.string(),
  /** The conversation with a third party that it belongs to: a note that was mailed, or the answer to one. */
  side: z.object({ id, subject: z.string() }).nullable(),
  files: z.array(file),
  deliveries: z.array(delivery),
  /** Why the mail could not be read, or what was odd about it (codes of the catalogue). */
  notices: z.array(z.string()),
  /** What a calendar's part of the mail says. */
  calendar: calendarEntry.nullable(),
  /** Where the mail can be fetched as it came, for mails. */
  sourceUrl: z.string().nullable(),
});

export const messageRoutes = {
  list: route({
    method: 'GET',
    path: '/tickets/:ticket/messages',
    right: 'tickets.read',
    summary: 'The conversation, oldest first; `before` pages back from the newest 100',
    params: ticketParams,
    query: z.object({ before: id.optional() }),
    reply: z.object({ messages: z.array(message), hasEarlier: z.boolean() }),
  }),
  reply: route({
    method: 'POST',
    path: '/tickets/:ticket/replies',
    right: 'tickets.work',
    summary: 'Answers the customer; an Idempotency-Key header makes a retry send once',
    params: ticketParams,
    body: replyBody,
    reply: z.object({ message, ticket: ticketDetail }),
  }),
  note: route({
    method: 'POST',
    path: '/tickets/:ticket/notes',
    right: 'tickets.work',
    summary: 'Writes an internal note; never sent to the customer (LUM-34)',
    params: ticketParams,
    body: z.object({ html, fileIds: z.array(id).max(50).default([]) }),
    reply: z.object({ message, ticket: ticketDetail }),
  }),
  retryDelivery: route({
    method: 'POST',
    path: '/deliveries/:id/retry',
    right: 'tickets.work',
    summary: 'Tries a failed or deferred delivery again now',
    params: idParams,
  }),
  sendElsewhere: route({
    method: 'POST',
    path: '/deliveries/:id/elsewhere',
    right: 'tickets.work',
    summary: 'Sends a message that did not arrive to another address; who reads it there may answer',
    params: idParams,
    body: z.object({ address: z.email().max(254) }),
  }),
  report: transferRoute({
    transfer: 'download',
    method: 'GET',
    path: '/deliveries/:id/report',
    right: 'tickets.read',
    summary: 'What came back about a mail, as it came (message/rfc822)',
    params: idParams,
  }),
  upload: transferRoute({
    method: 'POST',
    path: '/files',
    right: 'tickets.work',
    summary: 'Uploads a file (multipart field "file", at most 8 MB) to attach it afterwards',
    transfer: 'upload',
    reply: file,
  }),
  frame: transferRoute({
    method: 'GET',
    path: '/messages/:id/frame',
    right: 'tickets.read',
    summary: 'The sanitised HTML of a mail for a sandboxed frame',
    params: idParams,
    query: z.object({
      images: z.enum(['blocked', 'shown']).default('blocked'),
      part: z.enum(['new', 'whole']).default('new'),
      /** With 'measure', a script of ours tells the opener how high the content is. */
      mode: z.enum(['show', 'measure']).default('show'),
      theme: z.enum(['light', 'dark']).default('light'),
    }),
    transfer: 'download',
  }),
  source: transferRoute({
    method: 'GET',
    path: '/messages/:id/source',
    right: 'tickets.read',
    summary: 'The mail as it came (.eml)',
    params: idParams,
    transfer: 'download',
  }),
};
