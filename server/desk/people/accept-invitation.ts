// An invitation link, seen by the person who holds it: they may be new here, or an agent of another workspace already.
import './tables.ts';
import { password as passwordRule } from '../../../contract/fields.ts';
import { hashToken } from '../../platform/crypto/index.ts';
import { type Ctx, type Scope, systemActor } from '../../platform/db/index.ts';
import { conflict, invalid } from '../../platform/errors/index.ts';
import type { SignedIn } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { findWorkspace, markChanged, workspaceOf } from '../workspaces/index.ts';
import { joinWorkspace } from './add-agent.ts';
import { forgetPerson } from './door-memory.ts';
import { ensureIdentity, findIdentity } from './identities.ts';
import { hashPassword } from './passwords.ts';
import { provePassword } from './prove-password.ts';
import { type Caller, startSession } from './sessions.ts';

export interface Link {
  workspace: string;
  token: string;
}

const expired = () => invalid('link-expired');

/** What a link invites to. @throws Invalid link-expired: unknown, replaced, used and old ones alike (S17, S21) */
export async function readInvitation(platform: Platform, link: Link) {
  const { email, workspace } = await read(platform, link);
  const person = await platform.database.outside(tx => findIdentity(tx, email));
  const { name: workspaceName, brandColour, language } = workspace;
  return { workspaceName, brandColour, language, email, isKnown: Boolean(person?.passwordHash) };
}

/**
 * Makes the invited person an agent and signs them in. Who has a password in this installation proves it; others choose
 * one of at least 12 characters. Of two uses of a link at once, one wins.
 * @throws Invalid link-expired or invalid; Forbidden wrong-credentials; TooMany; Conflict already-agent or conflict
 */
export async function acceptInvitation(
  platform: Platform,
  input: Link & { name: string; password: string },
  caller: Caller,
): Promise<SignedIn> {
  const { database } = platform;
  const { scope, email } = await read(platform, input);
  const person = await database.outside(tx => findIdentity(tx, email));
  const knownId = person?.passwordHash
    ? (await provePassword(database, { email, password: input.password, address: caller.address })).id
    : null;
  const passwordHash = knownId ? null : await hashNew(input.password);
  const signedIn = await database.run(scope, async ctx => {
    const role = await use(ctx, input.token);
    const identityId =
      knownId ?? (await claimIdentity(ctx, { email, name: input.name, passwordHash: passwordHash! }));
    const { language } = await workspaceOf(ctx);
    await joinWorkspace(ctx, identityId, { name: input.name, email, role, language });
    await markChanged(ctx);
    return startSession(ctx.tx, ctx.now, identityId, caller);
  });
  forgetPerson(database, signedIn.identityId);
  return signedIn;
}

async function read({ database }: Platform, link: Link) {
  const workspaceId = await database.outside(tx => findWorkspace(tx, link.workspace));
  if (!workspaceId) throw expired();
  const scope: Scope = { workspaceId, actor: systemActor('invitation') };
  return database.run(scope, async ctx => {
    const row = await ctx.tx
      .selectFrom('invitations')
      .select('email')
      .where('workspace_id', '=', workspaceId)
      .where('token_hash', '=', hashToken(link.token))
      .where('accepted_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .executeTakeFirst();
    if (!row) throw expired();
    return { scope, email: row.email, workspace: await workspaceOf(ctx) };
  });
}

/** Marks the invitation as accepted, if it still is open. Gives the role it grants. */
async function use(ctx: Ctx, token: string) {
  const row = await ctx.tx
    .updateTable('invitations')
    .set({ accepted_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .returning('role')
    .executeTakeFirst();
  if (!row) throw expired();
  return row.role;
}

/** A person who got a password elsewhere while this one was being typed has to prove that one instead. */
async function claimIdentity(
  ctx: Ctx,
  person: { email: string; name: string; passwordHash: string },
): Promise<string> {
  const { id, isMine } = await ensureIdentity(ctx.tx, person);
  if (!isMine) throw conflict('conflict');
  return id;
}

function hashNew(text: string): Promise<string> {
  const { success, error } = passwordRule.safeParse(text);
  if (!success) throw invalid('invalid', { fields: { password: error.issues[0]!.code } });
  return hashPassword(text);
}
