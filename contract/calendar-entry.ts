// A calendar's part of a mail (RFC 5545, RFC 5546), as the desk shows it.
import { z } from 'zod';

/** A moment in UTC ('…Z'), a day ('2026-12-01'), or a time on the clock of whoever reads it ('2026-12-01T10:00'). */
const when = z.string();

export const calendarEntry = z.object({
  /** What its sender wants: to invite, to call off, to answer an invitation, or only to tell. */
  method: z.enum(['invites', 'cancels', 'answers', 'tells']),
  /** The answer, where it is one. */
  answer: z.enum(['accepted', 'declined', 'tentative']).nullable(),
  title: z.string(),
  start: when,
  /** As the calendar says it: of whole days the day after the last. */
  end: when.nullable(),
  place: z.string(),
  organiser: z.string(),
  repeats: z.boolean(),
});

export type CalendarEntry = z.infer<typeof calendarEntry>;
