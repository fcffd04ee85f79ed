import { z } from 'zod';
import { id, idParams, language, name } from '../fields.ts';
import { route } from '../route.ts';

/** The word typed after the slash; '' where there is none. */
export const shortcut = z
  .string()
  .trim()
  .max(30)
  .regex(/^[\p{L}\p{N}_-]*$/u);

export const cannedReply = z.object({
  id,
  name: z.string(),
  shortcut: z.string(),
  /** Where it stands in the list, parts divided by slashes; '' for the top. */
  folder: z.string(),
  /** Null for one that suits every language. */
  language: language.nullable(),
  /** Rich text with variables such as {{customer.name}}; sanitised, without images. */
  html: z.string(),
  isShared: z.boolean(),
  /** Whether the reader wrote it: only then can a shared one become their own again. */
  isMine: z.boolean(),
  useCount: z.number().int(),
});

const content = z.object({
  name,
  shortcut: shortcut.default(''),
  folder: z.string().trim().max(120).default(''),
  language: language.nullable().default(null),
  html: z.string().max(100_000),
  isShared: z.boolean().default(false),
});

export const cannedRoutes = {
  list: route({
    method: 'GET',
    path: '/canned-replies',
    right: 'tickets.read',
    summary: 'The canned replies that the agent may use: their own and those shared by all (LIV-19)',
    reply: z.object({ replies: z.array(cannedReply) }),
  }),
  add: route({
    method: 'POST',
    path: '/canned-replies',
    right: 'tickets.work',
    summary: 'Keeps a reply for later, for oneself or for everybody (CHP-11)',
    body: content,
    reply: cannedReply,
  }),
  edit: route({
    method: 'PUT',
    path: '/canned-replies/:id',
    right: 'tickets.work',
    summary: 'Changes a canned reply: one’s own, or a shared one',
    params: idParams,
    body: content,
    reply: cannedReply,
  }),
  remove: route({
    method: 'DELETE',
    path: '/canned-replies/:id',
    right: 'tickets.work',
    summary: 'Removes a canned reply: one’s own, or a shared one',
    params: idParams,
  }),
  use: route({
    method: 'POST',
    path: '/canned-replies/:id/uses',
    right: 'tickets.work',
    summary: 'Counts that a canned reply was put into a message: the most used come first',
    params: idParams,
  }),
};
