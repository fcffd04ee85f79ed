import { z } from 'zod';
import { id, idParams, name, time } from '../fields.ts';
import { listQuery } from '../filters.ts';
import { route } from '../route.ts';

export const visibilities = ['private', 'team', 'everyone'] as const;
export type Visibility = (typeof visibilities)[number];

export const savedView = z.object({
  id,
  name: z.string(),
  ownerId: id,
  visibility: z.enum(visibilities),
  /** The team that sees it, where it is a team's. */
  teamId: id.nullable(),
  query: listQuery,
  /** Whether the reader may rename, change and delete it. */
  mayChange: z.boolean(),
});

const viewInput = z.object({
  name: name.max(60),
  visibility: z.enum(visibilities),
  teamId: id.nullable().default(null),
  query: listQuery,
});

/** A number of tickets; `isMore`: there are at least so many, and counting stopped there. */
export const counted = z.object({ count: z.number().int(), isMore: z.boolean() });

export const viewRoutes = {
  list: route({
    method: 'GET',
    path: '/views',
    right: 'tickets.read',
    summary: 'The saved views that I see: mine, those of my teams, those of everyone',
    reply: z.object({ views: z.array(savedView) }),
  }),
  add: route({
    method: 'POST',
    path: '/views',
    right: 'tickets.read',
    summary: 'Saves a list with its filters under a name',
    body: viewInput,
    reply: savedView,
  }),
  edit: route({
    method: 'PATCH',
    path: '/views/:id',
    right: 'tickets.read',
    summary: 'Renames or changes a saved view; a shared one by its owner or an administrator',
    params: idParams,
    body: z.object({
      name: name.max(60).optional(),
      visibility: z.enum(visibilities).optional(),
      teamId: id.nullable().optional(),
      query: listQuery.optional(),
    }),
    reply: savedView,
  }),
  remove: route({
    method: 'DELETE',
    path: '/views/:id',
    right: 'tickets.read',
    summary: 'Deletes a saved view; its tickets stay as they are',
    params: idParams,
  }),
  overview: route({
    method: 'GET',
    path: '/overview',
    right: 'tickets.read',
    summary:
      'Who works on what: tickets of each agent by status, and how long the oldest has waited (LIV-26)',
    reply: z.object({
      agents: z.array(
        z.object({
          /** null: tickets that nobody has. */
          agentId: id.nullable(),
          new: z.number().int(),
          open: z.number().int(),
          pending: z.number().int(),
          onHold: z.number().int(),
          escalated: z.number().int(),
          oldestWaitingSince: time.nullable(),
        }),
      ),
    }),
  }),
};
