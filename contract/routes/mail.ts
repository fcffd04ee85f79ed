import { z } from 'zod';
import { email, id, idParams, language, name, time } from '../fields.ts';
import { route } from '../route.ts';

const host = z.string().trim().min(1).max(253);
const port = z.number().int().min(1).max(65535);
const server = z.object({
  host,
  port,
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().max(254),
});

export const mailboxState = z.enum(['ok', 'waiting', 'failing', 'off']);

export const mailbox = z.object({
  id,
  name: z.string(),
  address: z.string(),
  imap: server.extend({ folder: z.string(), hasPassword: z.boolean() }).nullable(),
  smtp: server.extend({ hasPassword: z.boolean() }).nullable(),
  folderId: id.nullable(),
  teamId: id.nullable(),
  language,
  acknowledges: z.boolean(),
  usesPlusAddress: z.boolean(),
  isEnabled: z.boolean(),
  /** How its server names itself in Authentication-Results that count; '' for the topmost, null for none. */
  resultsBy: z.string().nullable(),
  state: mailboxState,
  lastFetchedAt: time.nullable(),
  /** A code of the catalogue and what the server said, when it fails. */
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  /** Since when its server has taken no mail, and what it said. */
  sendProblem: z.object({ since: time, detail: z.string() }).nullable(),
});

const secret = z.string().max(500).optional();

export const mailboxInput = z.object({
  name,
  address: email,
  imap: server.extend({ folder: z.string().max(200).default('INBOX'), password: secret }).nullable(),
  smtp: server.extend({ password: secret }).nullable(),
  folderId: id.nullable().default(null),
  teamId: id.nullable().default(null),
  language,
  acknowledges: z.boolean().default(true),
  usesPlusAddress: z.boolean().default(false),
  isEnabled: z.boolean().default(true),
  resultsBy: z
    .string()
    .trim()
    .max(255)
    .regex(/^[^\s;]*$/)
    .nullable()
    .optional(),
});

export const finding = z.object({
  part: z.enum(['imap', 'smtp', 'listener']),
  isGood: z.boolean(),
  /** A key of the catalogue: what was found, in plain words. */
  code: z.string(),
  facts: z.record(z.string(), z.string()),
});

export const mailRoutes = {
  list: route({
    method: 'GET',
    path: '/mailboxes',
    right: 'mailboxes.manage',
    summary: 'All mailboxes with their state',
    reply: z.object({
      mailboxes: z.array(mailbox),
      /** Where an MTA can deliver straight into Guichet. */
      listeners: z.object({ lmtpPort: z.number().nullable(), smtpPort: z.number().nullable() }),
    }),
  }),
  add: route({
    method: 'POST',
    path: '/mailboxes',
    right: 'mailboxes.manage',
    summary: 'Adds a mailbox',
    body: mailboxInput,
    reply: mailbox,
  }),
  edit: route({
    method: 'PUT',
    path: '/mailboxes/:id',
    right: 'mailboxes.manage',
    summary: 'Changes a mailbox; a password left out stays as it is',
    params: idParams,
    body: mailboxInput,
    reply: mailbox,
  }),
  remove: route({
    method: 'DELETE',
    path: '/mailboxes/:id',
    right: 'mailboxes.manage',
    summary: 'Removes a mailbox; its tickets stay',
    params: idParams,
  }),
  test: route({
    method: 'POST',
    path: '/mailboxes/test',
    right: 'mailboxes.manage',
    summary: 'Tries the settings and says in plain words what is wrong; changes nothing',
    body: mailboxInput.extend({ id: id.optional() }),
    reply: z.object({ findings: z.array(finding) }),
  }),
};
