// Signing in, first run, invitations and password resets: what happens before a workspace is known.
import { z } from 'zod';
import { colour, email, id, language, name, password, time } from '../fields.ts';
import { roles } from '../rights.ts';
import { route } from '../route.ts';

export const workspaceSlug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);

export const membership = z.object({
  slug: z.string(),
  name: z.string(),
  brandColour: z.string(),
  role: z.enum(roles),
});

export const session = z.object({
  /** To be sent back as x-csrf-token with every change. */
  csrfToken: z.string(),
  person: z.object({ id, name: z.string(), email: z.string(), isOperator: z.boolean() }),
  workspaces: z.array(membership),
});

const token = z.string().min(20).max(200);

export const sessionRoutes = {
  installation: route({
    method: 'GET',
    path: '/installation',
    right: 'public',
    summary: 'Whether the first run is still to be done, and whether mail can leave',
    reply: z.object({ needsSetup: z.boolean(), keepsMail: z.boolean(), version: z.string() }),
  }),
  setUp: route({
    method: 'POST',
    path: '/setup',
    right: 'public',
    summary:
      'First run: makes the first workspace and its administrator, with the one-time token, and signs in',
    body: z.object({ token, workspaceName: name, language, brandColour: colour, name, email, password }),
    reply: session,
  }),
  signIn: route({
    method: 'POST',
    path: '/session',
    right: 'public',
    summary: 'Signs in with e-mail and password',
    body: z.object({ email, password: z.string().min(1).max(200) }),
    reply: session,
  }),
  current: route({
    method: 'GET',
    path: '/session',
    right: 'signed-in',
    summary: 'Who is signed in, and in which workspaces they are an agent',
    reply: session,
  }),
  signOut: route({ method: 'DELETE', path: '/session', right: 'signed-in', summary: 'Signs out' }),
  list: route({
    method: 'GET',
    path: '/sessions',
    right: 'signed-in',
    summary: 'All of my sessions',
    reply: z.object({
      sessions: z.array(
        z.object({
          id,
          createdAt: time,
          lastSeenAt: time,
          address: z.string(),
          device: z.string(),
          isCurrent: z.boolean(),
        }),
      ),
    }),
  }),
  end: route({
    method: 'DELETE',
    path: '/sessions/:id',
    right: 'signed-in',
    summary: 'Ends one of my sessions, at once and everywhere',
    params: z.object({ id }),
  }),
  changePassword: route({
    method: 'PUT',
    path: '/password',
    right: 'signed-in',
    summary: 'Changes my password and ends my other sessions',
    body: z.object({ current: z.string().min(1).max(200), next: password }),
  }),
  askReset: route({
    method: 'POST',
    path: '/password-resets',
    right: 'public',
    summary: 'Sends a link to choose a new password; the same answer for every address',
    body: z.object({ email }),
  }),
  reset: route({
    method: 'PUT',
    path: '/password-resets',
    right: 'public',
    summary: 'Chooses a new password with the link of a reset mail',
    body: z.object({ token, password }),
    reply: session,
  }),
  readInvitation: route({
    method: 'POST',
    path: '/invitations/read',
    right: 'public',
    summary: 'What an invitation link invites to',
    body: z.object({ workspace: workspaceSlug, token }),
    reply: z.object({
      workspaceName: z.string(),
      brandColour: z.string(),
      language,
      email: z.string(),
      /** The person already has a password in this installation and signs in with it. */
      isKnown: z.boolean(),
    }),
  }),
  acceptInvitation: route({
    method: 'POST',
    path: '/invitations/accept',
    right: 'public',
    summary: 'Becomes an agent with an invitation link (valid 7 days, once)',
    body: z.object({ workspace: workspaceSlug, token, name, password: z.string().min(1).max(200) }),
    reply: session,
  }),
  makeWorkspace: route({
    method: 'POST',
    path: '/workspaces',
    right: 'signed-in',
    summary: 'Makes another workspace (operators of the installation only)',
    body: z.object({ name, language, brandColour: colour }),
    reply: membership,
  }),
};
