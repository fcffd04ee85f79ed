import { z } from 'zod';
import { id, status, time } from '../fields.ts';
import { route } from '../route.ts';
import { operators } from '../search/operators.ts';
import { longestQuestion } from '../search/question.ts';
import { contact } from './people.ts';

/** A piece of a text, and whether it is what was looked for. Shown as text, never as HTML. */
export const excerptPart = z.object({ text: z.string(), isHit: z.boolean() });
export const sections = ['all', 'tickets', 'contacts', 'files'] as const;
export type Section = (typeof sections)[number];

const ticketOfHit = z.object({ id, number: z.number().int(), subject: z.string(), status });

export const ticketHit = ticketOfHit.extend({
  subjectParts: z.array(excerptPart),
  requester: z.object({ name: z.string(), email: z.string().nullable() }),
  assigneeId: id.nullable(),
  lastMessageAt: time,
  /** Where the words were found; 'ticket' for its subject, requester or number. */
  place: z.enum(['ticket', 'message', 'note', 'file']),
  /** Who wrote the message, or the file's name. */
  source: z.string(),
  excerpt: z.array(excerptPart),
});

export const fileHit = z.object({
  id,
  nameParts: z.array(excerptPart),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  /** Signed, ends by itself. */
  url: z.string(),
  at: time,
  place: z.enum(['name', 'text']),
  excerpt: z.array(excerptPart),
  /** Why its text cannot be searched; '' where it can, or where it has none. */
  unreadable: z.string(),
  ticket: ticketOfHit,
});

const counted = z.object({ count: z.number().int(), isMore: z.boolean() });

export const searchRoutes = {
  search: route({
    method: 'GET',
    path: '/search',
    right: 'tickets.read',
    summary: 'Tickets, contacts and files by words and operators, newest first, by keyset',
    query: z.object({
      q: z.string().trim().max(longestQuestion),
      section: z.enum(sections).default('all'),
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(25),
      /** Searches for exactly this, however little it finds. */
      exact: z.enum(['yes', 'no']).default('no'),
    }),
    reply: z.object({
      tickets: z.array(ticketHit),
      contacts: z.array(contact),
      files: z.array(fileHit),
      /** How many there are within the reader's reach; `isMore` where counting stopped. */
      counts: z.object({ tickets: counted, contacts: counted, files: counted }),
      next: z.string().nullable(),
      /** Operators whose value means nothing here. */
      unknown: z.array(z.object({ operator: z.enum(operators), value: z.string() })),
      /** What was searched for instead, because nothing was found; null where it was not. */
      corrected: z.string().nullable(),
      /** What may have been meant, where little was found. */
      suggestion: z.string().nullable(),
    }),
  }),
};
