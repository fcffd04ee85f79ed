import { sessionRoutes } from '../../../contract/routes/session.ts';
import {
  cookieName,
  type Mount,
  mountOutside,
  type Outside,
  type SignedIn,
  setSessionCookie,
} from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { needsSetup, setUp } from './first-run.ts';
import { makeAnotherWorkspace } from './more-workspaces.ts';
import { changePassword, endMySession, signIn } from './my-account.ts';
import { askReset, resetPassword } from './resets.ts';
import { describeSession } from './session-reply.ts';
import { sessionsOf } from './sessions.ts';

/** Mounts first run, sign-in, sessions, passwords and invitation links. `version` is the product's. */
export function mountSession(mount: Mount, platform: Platform, version: string): void {
  const { config, database } = platform;
  const setCookie = (call: Outside, token: string | null) =>
    setSessionCookie(call.reply, config.publicUrl, token);
  const signedInReply = (call: Outside, signedIn: SignedIn) => {
    setCookie(call, signedIn.token);
    return describeSession(platform, signedIn);
  };

  mountOutside(mount, sessionRoutes, {
    installation: async () => ({
      needsSetup: await needsSetup(platform),
      keepsMail: config.smtpUrl === undefined,
      version,
    }),
    setUp: async (call, { body }) => signedInReply(call, await setUp(platform, body, call)),
    signIn: async (call, { body }) => {
      const earlierToken = call.reply.request.cookies[cookieName(config.publicUrl)];
      return signedInReply(call, await signIn(platform, body, call, earlierToken));
    },
    // The cookie is set anew as well, so that it lives as long as the session does.
    current: call => signedInReply(call, call.signedIn!),
    signOut: async call => {
      await endMySession(platform, call.signedIn!.identityId, call.signedIn!.sessionId);
      setCookie(call, null);
    },
    list: async call => ({
      sessions: await database.outside((tx, now) => sessionsOf(tx, now, call.signedIn!)),
    }),
    end: async (call, { params }) => {
      await endMySession(platform, call.signedIn!.identityId, params.id);
      if (params.id === call.signedIn!.sessionId) setCookie(call, null);
    },
    changePassword: (call, { body }) =>
      changePassword(platform, call.signedIn!, { ...body, address: call.address }),
    askReset: (call, { body }) => askReset(platform, body.email, call.address),
    reset: async (call, { body }) => signedInReply(call, await resetPassword(platform, body, call)),
    readInvitation: (_call, { body }) => readInvitation(platform, body),
    acceptInvitation: async (call, { body }) =>
      signedInReply(call, await acceptInvitation(platform, body, call)),
    makeWorkspace: (call, { body }) => makeAnotherWorkspace(platform, call.signedIn!.identityId, body),
  });
}
