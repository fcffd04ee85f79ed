import { z } from 'zod';
import { languages } from '../fields.ts';
import { longestMailText, mailTemplateKinds } from '../mail-templates.ts';
import { route, transferRoute } from '../route.ts';

const kind = z.enum(mailTemplateKinds);
const language = z.enum(languages);
const params = z.object({ kind, language });
/** By key; null is the standard text. */
const ownTexts = z.record(z.string().max(100), z.string().trim().max(longestMailText).nullable());

/** Texts that are not saved yet, as JSON. */
const draft = z.object({ texts: z.string().max(10_000).optional() });

const templateText = z.object({
  key: z.string(),
  variables: z.array(z.string()),
  isOneLine: z.boolean(),
  standard: z.string(),
  /** The workspace's own; null where the standard text is used. */
  own: z.string().nullable(),
});

export const mailTemplate = z.object({ kind, language, texts: z.array(templateText) });

export const templateRoutes = {
  list: route({
    method: 'GET',
    path: '/mail-templates',
    right: 'settings.manage',
    summary: 'Which mails the workspace has texts of its own for, by language',
    reply: z.object({ own: z.array(z.object({ kind, language, count: z.number().int() })) }),
  }),
  read: route({
    method: 'GET',
    path: '/mail-templates/:kind/:language',
    right: 'settings.manage',
    summary: 'The texts of a mail in a language, standard and own, with what may stand in braces',
    params,
    reply: mailTemplate,
  }),
  save: route({
    method: 'PUT',
    path: '/mail-templates/:kind/:language',
    right: 'settings.manage',
    summary: 'Sets texts of a mail; null takes the standard one again',
    params,
    body: z.object({ texts: ownTexts }),
    reply: mailTemplate,
  }),
  preview: route({
    method: 'GET',
    path: '/mail-templates/:kind/:language/preview',
    right: 'settings.manage',
    summary: 'A mail as it would go out now, with real data where there are some',
    params,
    query: draft,
    reply: z.object({
      from: z.string(),
      subject: z.string(),
      text: z.string(),
      /** The ticket that it is made of; null where it needs none. */
      ticketNumber: z.number().int().nullable(),
    }),
  }),
  page: transferRoute({
    transfer: 'download',
    method: 'GET',
    path: '/mail-templates/:kind/:language/page',
    right: 'settings.manage',
    summary: 'The same as the page that a mail program shows (text/html)',
    params,
    query: draft,
  }),
};
