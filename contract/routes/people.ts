import { z } from 'zod';
import { email, html, id, idParams, language, name, themes, time } from '../fields.ts';
import { roles } from '../rights.ts';
import { route } from '../route.ts';
import { agentSummary, notificationPreferences, profile, team } from './workspaces.ts';

export const invitation = z.object({
  id,
  email: z.string(),
  role: z.enum(roles),
  expiresAt: time,
  isExpired: z.boolean(),
});

export const contact = z.object({
  id,
  /** Empty for a nameless contact, who is shown by their visitor id (LIV-07). */
  name: z.string(),
  visitorId: z.string(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  location: z.string(),
  language,
  organisation: z.object({ id, name: z.string() }).nullable(),
  /** Id of a field of the workspace's own -> its value; dates as 2026-01-31. */
  fields: z.record(id, z.union([z.string(), z.number()])),
  /** What agents should know; never shown to customers. */
  notes: z.string(),
  createdAt: time,
});

export const peopleRoutes = {
  invitations: route({
    method: 'GET',
    path: '/invitations',
    right: 'people.manage',
    summary: 'Invitations that are still open',
    reply: z.object({ invitations: z.array(invitation) }),
  }),
  invite: route({
    method: 'POST',
    path: '/invitations',
    right: 'people.manage',
    summary: 'Invites an agent by mail; inviting again replaces the earlier link',
    body: z.object({ email, role: z.enum(roles) }),
    reply: invitation,
  }),
  withdrawInvitation: route({
    method: 'DELETE',
    path: '/invitations/:id',
    right: 'people.manage',
    summary: 'Withdraws an invitation',
    params: idParams,
  }),
  editAgent: route({
    method: 'PATCH',
    path: '/agents/:id',
    right: 'people.manage',
    summary:
      'Changes role or folders of an agent, disables or enables them; one administrator always remains',
    params: idParams,
    body: z.object({
      role: z.enum(roles).optional(),
      isDisabled: z.boolean().optional(),
      /** The folders whose tickets the agent may see (LUM-36); null for all. */
      folderIds: z.array(id).max(1000).nullable().optional(),
    }),
    reply: agentSummary,
  }),
  addTeam: route({
    method: 'POST',
    path: '/teams',
    right: 'people.manage',
    summary: 'Adds a team',
    body: z.object({ name, agentIds: z.array(id).max(1000) }),
    reply: team,
  }),
  editTeam: route({
    method: 'PATCH',
    path: '/teams/:id',
    right: 'people.manage',
    summary: 'Renames a team or changes its members',
    params: idParams,
    body: z.object({ name: name.optional(), agentIds: z.array(id).max(1000).optional() }),
    reply: team,
  }),
  editProfile: route({
    method: 'PATCH',
    path: '/profile',
    right: 'profile.edit',
    summary: 'Changes my name, language, theme, signature or notifications in this workspace',
    body: z.object({
      name: name.optional(),
      language: language.optional(),
      theme: z.enum(themes).optional(),
      signatureHtml: html.max(20_000).optional(),
      notifications: notificationPreferences.optional(),
    }),
    reply: profile,
  }),
  keepPreference: route({
    method: 'PUT',
    path: '/preferences/:key',
    right: 'desk.read',
    summary: 'Keeps how I like a screen: columns, density, the view chosen last',
    params: z.object({ key: z.string().regex(/^[a-z][a-z-]{0,39}$/) }),
    /** Any JSON of at most 10,000 characters; null forgets it. */
    body: z.object({ value: z.json() }),
  }),
  findContacts: route({
    method: 'GET',
    path: '/contacts',
    right: 'people.read',
    summary:
      'Contacts whose name, e-mail or phone starts with or contains the text; without a text all of them',
    query: z.object({
      q: z.string().max(200).default(''),
      /** Without a text: the `next` of the page before. */
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: z.object({ contacts: z.array(contact), next: id.nullable() }),
  }),
  findOrganisations: route({
    method: 'GET',
    path: '/organisations',
    right: 'people.read',
    summary: 'Organisations whose name starts with the text, or those of the given ids',
    query: z.object({
      q: z.string().trim().max(200).default(''),
      id: z.preprocess(
        value => (value === undefined || Array.isArray(value) ? value : [value]),
        z.array(id).max(50).optional(),
      ),
    }),
    reply: z.object({ organisations: z.array(z.object({ id, name: z.string() })) }),
  }),
  contact: route({
    method: 'GET',
    path: '/contacts/:id',
    right: 'people.read',
    summary: 'One contact',
    params: idParams,
    reply: contact,
  }),
  editContact: route({
    method: 'PATCH',
    path: '/contacts/:id',
    right: 'tickets.work',
    summary: 'Corrects a contact; snapshots on tickets stay as they were',
    params: idParams,
    body: z.object({
      name: z.string().trim().max(120).optional(),
      location: z.string().trim().max(200).optional(),
      language: language.optional(),
      phones: z.array(z.string().trim().min(3).max(40)).max(10).optional(),
      notes: z.string().trim().max(10_000).optional(),
      /** Only the fields that are named change; null empties one. */
      fields: z.record(id, z.union([z.string().trim().max(1000), z.number(), z.null()])).optional(),
    }),
    reply: contact,
  }),
};
