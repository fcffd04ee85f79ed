import { z } from 'zod';
import { id, idParams, time } from '../fields.ts';
import { route, transferRoute } from '../route.ts';

/** Largest archive, in bytes. */
export const maxArchiveBytes = 4 * 1024 ** 3;

/** Which of an import's tickets are closed at its end. */
export const importClosings = ['all', 'answered', 'none'] as const;

/** Why a mail of an archive became no ticket. */
export const importReasons = [
  /** The mailbox has it already. */
  'duplicate',
  /** It stands in a ticket by way of another mailbox. */
  'same-mail',
  'too-large',
  'no-mail',
  'spam',
  /** A report about a mail that is not in the archive. */
  'bounce',
  /** Guichet itself sent it, so it is in its ticket. */
  'sent-by-guichet',
  /** One of ours, to nobody outside. */
  'to-nobody',
] as const;

const reasonCount = z.object({ reason: z.enum(importReasons), count: z.number().int() });

export const mailImport = z.object({
  id,
  name: z.string(),
  size: z.number().int(),
  mailbox: z.object({ name: z.string(), address: z.string() }).nullable(),
  closes: z.enum(importClosings),
  state: z.enum(['reading', 'filing', 'closing', 'done', 'failed']),
  problem: z.enum(['unknown-archive', 'too-dense', 'damaged']).nullable(),
  /** Share of the archive that is read, 0 to 1. */
  readShare: z.number(),
  /** read = waiting + tickets + threaded + skipped. */
  read: z.number().int(),
  waiting: z.number().int(),
  tickets: z.number().int(),
  threaded: z.number().int(),
  skipped: z.array(reasonCount),
  startedBy: id,
  startedAt: time,
  finishedAt: time.nullable(),
});

const skippedMail = z.object({
  place: z.number().int(),
  reason: z.enum(importReasons),
  sender: z.string(),
  subject: z.string(),
  at: time,
  ticketNumber: z.number().int().nullable(),
});

export const importRoutes = {
  list: route({
    method: 'GET',
    path: '/imports',
    right: 'mailboxes.manage',
    summary: 'Archives of mail that became tickets or are becoming some, newest first',
    reply: z.object({ imports: z.array(mailImport) }),
  }),
  start: transferRoute({
    transfer: 'upload',
    method: 'POST',
    path: '/imports',
    right: 'mailboxes.manage',
    summary:
      'Takes an archive (an mbox, also packed with gzip, or a zip of a Maildir) and makes tickets of its mails',
    query: z.object({ mailboxId: id, closes: z.enum(importClosings) }),
    reply: mailImport,
  }),
  skipped: route({
    method: 'GET',
    path: '/imports/:id/skipped',
    right: 'mailboxes.manage',
    summary: 'The mails of an archive that became no ticket, and why, in the order of the archive',
    params: idParams,
    query: z.object({ after: z.coerce.number().int().min(0).optional() }),
    reply: z.object({ mails: z.array(skippedMail), hasMore: z.boolean() }),
  }),
};
