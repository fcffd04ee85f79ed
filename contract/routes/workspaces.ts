import { z } from 'zod';
import { colour, id, idParams, language, languages, name, themes } from '../fields.ts';
import { roles } from '../rights.ts';
import { route } from '../route.ts';

export const folder = z.object({ id, name: z.string(), isDefault: z.boolean() });
export const tag = z.object({ id, name: z.string(), colour: z.string() });
export const team = z.object({ id, name: z.string(), agentIds: z.array(id) });
export const agentSummary = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  isDisabled: z.boolean(),
});

export const notificationPreferences = z.object({ assigned: z.boolean(), customerReplied: z.boolean() });

export const profile = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  theme: z.enum(themes),
  signatureHtml: z.string(),
  notifications: notificationPreferences,
});

export const workspace = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  language: z.enum(languages),
  brandColour: z.string(),
  timeZone: z.string(),
});

export const workspaceRoutes = {
  desk: route({
    method: 'GET',
    path: '/desk',
    right: 'desk.read',
    summary: 'What every screen needs: the workspace, me, agents, teams, folders, tags',
    reply: z.object({
      workspace,
      me: profile,
      agents: z.array(agentSummary),
      teams: z.array(team),
      folders: z.array(folder),
      tags: z.array(tag),
      /** No mailbox is set up yet: the screens say so. */
      hasMailbox: z.boolean(),
      /** No SMTP server is set: mails are kept for reading at /dev/mail. */
      keepsMail: z.boolean(),
    }),
  }),
  edit: route({
    method: 'PATCH',
    path: '/workspace',
    right: 'settings.manage',
    summary: 'Changes name, language, brand colour or time zone of the workspace',
    body: z.object({
      name: name.optional(),
      language: language.optional(),
      brandColour: colour.optional(),
      timeZone: z.string().max(60).optional(),
    }),
    reply: workspace,
  }),
  addFolder: route({
    method: 'POST',
    path: '/folders',
    right: 'settings.manage',
    summary: 'Adds a folder',
    body: z.object({ name }),
    reply: folder,
  }),
  renameFolder: route({
    method: 'PATCH',
    path: '/folders/:id',
    right: 'settings.manage',
    summary: 'Renames a folder',
    params: idParams,
    body: z.object({ name }),
    reply: folder,
  }),
  removeFolder: route({
    method: 'DELETE',
    path: '/folders/:id',
    right: 'settings.manage',
    summary: 'Removes an empty folder; the general inbox stays',
    params: idParams,
  }),
};
