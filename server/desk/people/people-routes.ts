import { peopleRoutes } from '../../../contract/routes/people.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { mountContacts } from './contact-routes.ts';
import { contactById } from './contacts.ts';
import { editAgent } from './edit-agent.ts';
import { editContact } from './edit-contact.ts';
import { contactPage } from './find-contacts.ts';
import { findOrganisations } from './find-organisations.ts';
import { invite, openInvitations, withdrawInvitation } from './invitations.ts';
import { keepPreference } from './preferences.ts';
import { editProfile } from './profile.ts';
import { addTeam, editTeam } from './teams.ts';

/** Mounts agents, invitations, teams, my profile and contacts. */
export function mountPeople(mount: Mount, platform: Platform): void {
  const { database } = platform;
  mountContacts(mount);
  mountInWorkspace(mount, peopleRoutes, {
    invitations: async ctx => ({ invitations: await openInvitations(ctx) }),
    invite: (ctx, { body }) => invite(platform, ctx, body),
    withdrawInvitation: (ctx, { params }) => withdrawInvitation(ctx, params.id),
    editAgent: (ctx, { params, body }) => editAgent(database, ctx, params.id, body),
    addTeam: (ctx, { body }) => addTeam(ctx, body),
    editTeam: (ctx, { params, body }) => editTeam(ctx, params.id, body),
    editProfile: (ctx, { body }) => editProfile(database, ctx, body),
    keepPreference: (ctx, { params, body }) => keepPreference(ctx, params.key, body.value),
    findOrganisations: async (ctx, { query }) => ({
      organisations: await findOrganisations(ctx, query.q, query.id),
    }),
    findContacts: (ctx, { query }) => contactPage(ctx, query),
    contact: (ctx, { params }) => contactById(ctx, params.id),
    editContact: (ctx, { params, body }) => editContact(ctx, params.id, body),
  });
}
