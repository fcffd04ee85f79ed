// A forgotten password: a link by mail, valid for one hour, once.
import './tables.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { hashToken, newToken } from '../../platform/crypto/index.ts';
import { type Ctx, type Db, systemActor } from '../../platform/db/index.ts';
import { invalid, tooMany } from '../../platform/errors/index.ts';
import type { SignedIn } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { networkOf } from './addresses.ts';
import { forgetPerson } from './door-memory.ts';
import { findIdentity, type Identity, identityById, setPassword } from './identities.ts';
import { hashPassword } from './passwords.ts';
import { accountKey } from './prove-password.ts';
import { workspacesOfPerson } from './session-reply.ts';
import { type Caller, endSessions, startSession } from './sessions.ts';
import { clearAttempts, countAttempt } from './throttle.ts';

const lifeMs = 3600_000;
/** Longer than the work takes for a known person, so that the time of the answer says nothing (S3). */
const answerAfterMs = 400;

/**
 * Sends the link to a person who is an active agent somewhere; answers the same, and as late, for everybody else (S3).
 * An account gets at most three mails an hour. @throws TooMany too-many-attempts after 20 from an address in an hour
 */
export async function askReset(platform: Platform, email: string, address: string): Promise<void> {
  const network = { key: `resets from ${networkOf(address)}`, most: 20, minutes: 60 };
  const wait = await platform.database.outside((tx, now) => countAttempt(tx, now, [network]));
  if (wait > 0) throw tooMany('too-many-attempts', wait);
  await Promise.all([pause(answerAfterMs), sendLink(platform, email)]);
}

async function sendLink(platform: Platform, email: string): Promise<void> {
  const { database } = platform;
  const { person, workspaceIds } = await database.outside(async (tx, now) => {
    const account = { key: `reset of ${accountKey(email)}`, most: 3, minutes: 60 };
    const wait = await countAttempt(tx, now, [account]);
    const person = wait > 0 ? null : await findIdentity(tx, email);
    return { person, workspaceIds: person ? await workspacesOfPerson(tx, person.id) : [] };
  });
  for (const workspaceId of workspaceIds) {
    const scope = { workspaceId, actor: systemActor('reset') };
    if (await database.run(scope, ctx => sendFrom(platform, ctx, person!))) return;
  }
}

/** Sends the link by the mail of one workspace. Gives false when the person is no active agent there. */
async function sendFrom({ secrets, config }: Platform, ctx: Ctx, person: Identity): Promise<boolean> {
  const agent = await ctx.tx
    .selectFrom('agents')
    .select('language')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('identity_id', '=', person.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!agent) return false;
  const token = newToken();
  await ctx.tx
    .insertInto('password_resets')
    .values({
      token_hash: hashToken(token),
      identity_id: person.id,
      expires_at: new Date(ctx.now.getTime() + lifeMs),
      used_at: null,
    })
    .execute();
  const link = `${config.publicUrl}/reset?token=${token}`;
  const sealedLink = secrets.seal(link, `${ctx.workspaceId}/deliveries.content/reset`).toString('base64');
  await queueDelivery(ctx, {
    purpose: 'reset',
    recipient: person.email,
    content: { sealedLink, language: agent.language },
  });
  return true;
}

/**
 * Chooses a new password with the token of a reset link, ends every session of the person and signs them in.
 * @throws Invalid link-expired for an unknown, old or used token
 */
export async function resetPassword(
  { database }: Platform,
  input: { token: string; password: string },
  caller: Caller,
): Promise<SignedIn> {
  if (!(await database.outside((tx, now) => isOpen(tx, now, input.token)))) throw invalid('link-expired');
  const passwordHash = await hashPassword(input.password);
  const signedIn = await database.outside(async (tx, now) => {
    const used = await tx
      .updateTable('password_resets')
      .set({ used_at: now })
      .where('token_hash', '=', hashToken(input.token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('identity_id')
      .executeTakeFirst();
    if (!used) throw invalid('link-expired');
    const person = await identityById(tx, used.identity_id);
    await setPassword(tx, person.id, passwordHash);
    await tx
      .updateTable('password_resets')
      .set({ used_at: now })
      .where('identity_id', '=', person.id)
      .where('used_at', 'is', null)
      .execute();
    await clearAttempts(tx, accountKey(person.email));
    await endSessions(tx, person.id);
    return startSession(tx, now, person.id, caller);
  });
  forgetPerson(database, signedIn.identityId);
  return signedIn;
}

async function isOpen(tx: Db, now: Date, token: string): Promise<boolean> {
  const row = await tx
    .selectFrom('password_resets')
    .select('identity_id')
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}
