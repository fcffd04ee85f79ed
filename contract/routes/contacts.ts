// Contacts beyond what everybody knows of them: own fields, more addresses, all their tickets (LIV-06, LIV-11, LIV-34).
import { z } from 'zod';
import { email, id, idParams, name, status, time } from '../fields.ts';
import { route } from '../route.ts';
import { contact } from './people.ts';
import { contactField, contactFieldKinds } from './workspaces.ts';

const choices = z.array(name.max(80)).max(50);

export const contactRoutes = {
  addField: route({
    method: 'POST',
    path: '/contact-fields',
    right: 'settings.manage',
    summary: 'Adds a field of the workspace’s own to its contacts (LIV-06)',
    body: z.object({ name: name.max(60), kind: z.enum(contactFieldKinds), choices: choices.default([]) }),
    reply: contactField,
  }),
  editField: route({
    method: 'PATCH',
    path: '/contact-fields/:id',
    right: 'settings.manage',
    summary: 'Renames a field or changes what it offers; values that contacts have stay',
    params: idParams,
    body: z.object({ name: name.max(60).optional(), choices: choices.optional() }),
    reply: contactField,
  }),
  removeField: route({
    method: 'DELETE',
    path: '/contact-fields/:id',
    right: 'settings.manage',
    summary: 'Removes a field and its values from all contacts',
    params: idParams,
  }),
  addEmail: route({
    method: 'POST',
    path: '/contacts/:id/emails',
    right: 'tickets.work',
    summary: 'Adds an e-mail address by which the contact is recognised',
    params: idParams,
    body: z.object({ email }),
    reply: contact,
  }),
};

export const ticketOfContact = z.object({
  id,
  number: z.number().int(),
  subject: z.string(),
  status,
  receivedAt: time,
  lastMessageAt: time,
  requesterName: z.string(),
  assigneeId: id.nullable(),
});

const page = z.object({
  /** The `next` of the page before. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const ticketsOf = {
  params: idParams,
  reply: z.object({
    tickets: z.array(ticketOfContact),
    next: z.string().nullable(),
    /** How many there are, counted up to 9,999. */
    total: z.number().int(),
  }),
};

export const contactTicketRoutes = {
  ofContact: route({
    method: 'GET',
    path: '/contacts/:id/tickets',
    right: 'tickets.read',
    summary: 'All tickets of a contact that I may see, newest first (LIV-11, LIV-34)',
    query: page,
    ...ticketsOf,
  }),
  ofOrganisation: route({
    method: 'GET',
    path: '/organisations/:id/tickets',
    right: 'tickets.read',
    summary: 'All tickets of an organisation that I may see, newest first (LIV-34)',
    /** `withoutContact`: what others of it asked. */
    query: page.extend({ withoutContact: id.optional() }),
    ...ticketsOf,
  }),
};
