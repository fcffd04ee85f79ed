import { z } from 'zod';
import { id, idParams, time } from '../fields.ts';
import { route, transferRoute } from '../route.ts';

/** Where in a mail a token of ours stood. */
export const tokenPlaces = ['envelope', 'delivered-to', 'address', 'in-reply-to', 'references'] as const;

/** What came of a token or another claim to belong to a ticket (S5). */
export const claimOutcomes = [
  'joined',
  /** The sender is a third party whom an agent wrote to. */
  'aside',
  /** No mail of ours has it. */
  'unknown',
  /** It names a mail of ours, but is not the one that we wrote. */
  'forged',
  /** It is ours, but the sender has no part in the ticket. */
  'stranger',
  /** It is of a mail to an agent. */
  'agents',
  /** All would fit, but the sender is not who the mail says. */
  'sender-unproved',
  /** A number in the subject, or the Message-ID of a customer: anybody can write that. */
  'no-proof',
] as const;

const found = z.object({ result: z.string(), domain: z.string().nullable() });

export const proof = z.object({
  checkedBy: z.enum(['guichet', 'provider', 'nobody']),
  by: z.string().nullable(),
  spf: found.nullable(),
  dkim: z.array(found.extend({ isAligned: z.boolean() })),
  dmarc: found.extend({ policy: z.string().nullable() }).nullable(),
  verdict: z.enum(['pass', 'fail', 'unknown']),
});

export const acknowledgements = [
  'sent',
  'joined',
  'off',
  'machine',
  'null-path',
  'claim',
  'sender-unproved',
  'own-address',
  'had-one-today',
  'no-address',
  'no-mailbox',
  'passed-on',
] as const;

/** Why a mail is where it is: written down when it was filed. */
export const arrival = z.object({
  how: z.enum([
    'joined',
    'new',
    'follow-up',
    'same-mail',
    'stub',
    'aside',
    'agent-reply',
    'agent-note',
    'unverified-note',
    'side',
    'import',
    'bounce',
    'passed-on',
  ]),
  from: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  claims: z.array(
    z.object({
      kind: z.enum(['token', 'subject', 'message-id']),
      place: z.enum(tokenPlaces).nullable(),
      outcome: z.enum(claimOutcomes),
      ticketNumber: z.number().int().nullable(),
    }),
  ),
  proof,
  /** Whether the sender was told the number, or why not. */
  acknowledgement: z.enum(acknowledgements).nullable(),
  /** The sign by which a machine was recognised; null for a person. */
  machine: z.string().nullable(),
  notices: z.array(z.string()),
  /** Characters of older mails that are folded away, and whether images of other servers are held back. */
  cut: z.object({ quoted: z.number().int(), remoteImages: z.boolean() }),
  /** The beginning of what a mail says that was set aside. */
  text: z.string().optional(),
});

const source = z.object({
  id,
  mailbox: z.object({ name: z.string(), address: z.string() }).nullable(),
  door: z.enum(['lmtp', 'smtp', 'imap', 'import']),
  envelopeFrom: z.string(),
  envelopeTo: z.string(),
  remoteIp: z.string().nullable(),
  size: z.number().int(),
  receivedAt: time,
  processedAt: time.nullable(),
  attempts: z.number().int(),
  /** Who took it out of the quarantine. */
  released: z.object({ agentId: id.nullable(), at: time }).nullable(),
  arrival: arrival.nullable(),
});

const aside = z.object({
  id,
  /** 'stub': it could not be read; it stands in a ticket as it came. */
  reason: z.enum(['own', 'spam', 'loop', 'robot', 'stub']),
  ticketNumber: z.number().int().nullable(),
  from: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  mailbox: z.object({ name: z.string(), address: z.string() }).nullable(),
  receivedAt: time,
  size: z.number().int(),
  proof: proof.nullable(),
});

export const arrivalRoutes = {
  why: route({
    method: 'GET',
    path: '/messages/:id/arrival',
    right: 'tickets.read',
    summary: 'Why a mail is in this ticket: how it came, what was tried, who sent it',
    params: idParams,
    reply: z.object({ sources: z.array(source) }),
  }),
};

export const quarantineRoutes = {
  list: route({
    method: 'GET',
    path: '/quarantine',
    right: 'quarantine.manage',
    summary: 'Mails that were set aside instead of becoming tickets, newest first',
    query: z.object({ before: id.optional() }),
    reply: z.object({ mails: z.array(aside), hasMore: z.boolean(), count: z.number().int() }),
  }),
  read: route({
    method: 'GET',
    path: '/quarantine/:id',
    right: 'quarantine.manage',
    summary: 'A mail that was set aside: why, from whom, and the beginning of its text',
    params: idParams,
    reply: source,
  }),
  source: transferRoute({
    transfer: 'download',
    method: 'GET',
    path: '/quarantine/:id/source',
    right: 'quarantine.manage',
    summary: 'A mail that was set aside, as it came (message/rfc822)',
    params: idParams,
  }),
  release: route({
    method: 'POST',
    path: '/quarantine/:id/release',
    right: 'quarantine.manage',
    summary: 'Files a mail after all, as if nothing had spoken against it',
    params: idParams,
  }),
};
