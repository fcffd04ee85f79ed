import { z } from 'zod';
import {
  ageBases,
  colour,
  id,
  idParams,
  language,
  languages,
  maxAgeMinutes,
  name,
  priority,
  themes,
} from '../fields.ts';
import { roles } from '../rights.ts';
import { route } from '../route.ts';
import { savedView } from './views.ts';

export const folder = z.object({ id, name: z.string(), isDefault: z.boolean() });
export const tag = z.object({ id, name: z.string(), colour: z.string() });
export const ticketType = z.object({ id, name: z.string(), priority, teamId: id.nullable() });
/** An attribute of the customer's side (D-13). Nobody named: everybody may have its tickets. */
export const segment = z.object({ id, name: z.string(), agentIds: z.array(id) });
export const contactFieldKinds = ['text', 'number', 'date', 'choice'] as const;
/** A field of the workspace's own on its contacts (LIV-06). */
export const contactField = z.object({
  id,
  name: z.string(),
  kind: z.enum(contactFieldKinds),
  choices: z.array(z.string()),
});
export const team = z.object({ id, name: z.string(), agentIds: z.array(id) });
export const agentSummary = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  isDisabled: z.boolean(),
  /** The folders whose tickets the agent may see (LUM-36); null for all. */
  folderIds: z.array(id).nullable(),
});

/** How an agent likes the screens: theirs alone, small, and unknown to rules. Each screen has a key of its own. */
export const preferences = z.record(z.string().max(40), z.unknown());

export const notificationPreferences = z.object({
  assigned: z.boolean(),
  customerReplied: z.boolean(),
  /** Missing where it was never chosen: then yes. */
  mentioned: z.boolean().optional(),
});

export const profile = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  theme: z.enum(themes),
  signatureHtml: z.string(),
  notifications: notificationPreferences,
  folderIds: z.array(id).nullable(),
  preferences,
});

export const workspace = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  language: z.enum(languages),
  brandColour: z.string(),
  timeZone: z.string(),
});

/** How tickets age: measured since what, yellow and red after how many minutes (CHP-12, CHP-13, D-10). */
export const ticketSettings = z.object({
  ageing: z.object({
    basis: z.enum(ageBases),
    yellowMinutes: z.number().int().min(1).max(maxAgeMinutes),
    /** Later than yellow. */
    redMinutes: z.number().int().min(1).max(maxAgeMinutes),
  }),
});
export type TicketSettings = z.output<typeof ticketSettings>;

const typeInput = z.object({ name, priority, teamId: id.nullable() });
const segmentInput = z.object({ name, agentIds: z.array(id).max(1000) });

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
      types: z.array(ticketType),
      segments: z.array(segment),
      views: z.array(savedView),
      ticketSettings,
      contactFields: z.array(contactField),
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
  editTicketSettings: route({
    method: 'PUT',
    path: '/ticket-settings',
    right: 'settings.manage',
    summary: 'Sets after how long a waiting ticket turns yellow and red (CHP-13)',
    body: ticketSettings,
    reply: ticketSettings,
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
  addType: route({
    method: 'POST',
    path: '/ticket-types',
    right: 'settings.manage',
    summary: 'Adds a type of tickets, with the priority and team that its tickets get (LIV-10)',
    body: typeInput,
    reply: ticketType,
  }),
  editType: route({
    method: 'PATCH',
    path: '/ticket-types/:id',
    right: 'settings.manage',
    summary: 'Changes a type of tickets',
    params: idParams,
    body: typeInput.partial(),
    reply: ticketType,
  }),
  removeType: route({
    method: 'DELETE',
    path: '/ticket-types/:id',
    right: 'settings.manage',
    summary: 'Removes a type that no ticket has',
    params: idParams,
  }),
  addSegment: route({
    method: 'POST',
    path: '/segments',
    right: 'settings.manage',
    summary: 'Adds a segment of customers',
    body: segmentInput,
    reply: segment,
  }),
  editSegment: route({
    method: 'PATCH',
    path: '/segments/:id',
    right: 'settings.manage',
    summary: 'Renames a segment or says who may have its tickets',
    params: idParams,
    body: segmentInput.partial(),
    reply: segment,
  }),
  removeSegment: route({
    method: 'DELETE',
    path: '/segments/:id',
    right: 'settings.manage',
    summary: 'Removes a segment that no ticket and no organisation has',
    params: idParams,
  }),
  removeFolder: route({
    method: 'DELETE',
    path: '/folders/:id',
    right: 'settings.manage',
    summary: 'Removes an empty folder; the general inbox stays',
    params: idParams,
  }),
};
