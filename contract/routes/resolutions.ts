import { z } from 'zod';
import { id, status, ticketParams, time } from '../fields.ts';
import { route } from '../route.ts';

/** Longest resolution, in characters. */
export const maxResolution = 20_000;

export const resolutionVersion = z.object({
  version: z.number().int(),
  text: z.string(),
  writtenBy: id,
  writtenAt: time,
});

export const resolutionReply = z.object({
  /** How the ticket was solved; null while nobody has said. */
  resolution: resolutionVersion.nullable(),
  /** Earlier texts, the newest first. */
  earlier: z.array(resolutionVersion),
  /** The ticket was reopened: what is written holds no more until it is solved again (D-16). */
  isSuperseded: z.boolean(),
  /** Only a solved ticket takes a resolution (ZOH-05). */
  isOpenForWriting: z.boolean(),
});

export const resolutionRoutes = {
  get: route({
    method: 'GET',
    path: '/tickets/:ticket/resolution',
    right: 'tickets.read',
    summary: 'How the ticket was solved, with earlier texts',
    params: ticketParams,
    reply: resolutionReply,
  }),
  save: route({
    method: 'PUT',
    path: '/tickets/:ticket/resolution',
    right: 'tickets.work',
    summary: 'Says how the ticket was solved, or says it anew (ZOH-05 to ZOH-09)',
    params: ticketParams,
    body: z.object({
      text: z.string().trim().min(1).max(maxResolution),
      /** The version that was read; 0 for none. Another one in the meantime is a conflict. */
      version: z.number().int().min(0),
      tellsContact: z.boolean().default(false),
    }),
    reply: resolutionReply,
  }),
  similar: route({
    method: 'GET',
    path: '/tickets/:ticket/similar-resolved',
    right: 'tickets.read',
    summary: 'Solved tickets with a resolution that is about the same thing (ZOH-06)',
    params: ticketParams,
    reply: z.object({
      tickets: z.array(
        z.object({ id, number: z.number().int(), subject: z.string(), status, text: z.string() }),
      ),
    }),
  }),
};
