// Inviting agents, seen from the workspace (LUM-35). What the invited person does is in accept-invitation.ts.
import './tables.ts';
import type { Role } from '../../../contract/rights.ts';
import { hashToken, newToken } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { workspaceOf } from '../workspaces/index.ts';
import { agentById, findAgentByEmail } from './agents.ts';

const lifeMs = 7 * 24 * 3600_000;

/** The invitations that nobody has accepted yet, by e-mail; expired ones too. */
export async function openInvitations(ctx: Ctx) {
  const rows = await ctx.tx
    .selectFrom('invitations')
    .select(['id', 'email', 'role', 'expires_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('accepted_at', 'is', null)
    .orderBy('email')
    .execute();
  return rows.map(row => describe(ctx, row));
}

/**
 * Invites somebody by mail, with a link that is valid for seven days, once. An earlier link to the same address ends.
 * @throws Conflict already-agent
 */
export async function invite(platform: Platform, ctx: Ctx, input: { email: string; role: Role }) {
  const { email, role } = input;
  if (await findAgentByEmail(ctx, email)) throw conflict('already-agent');
  const inviter = await agentById(ctx, ctx.actor.id!);
  const token = newToken();
  const fresh = {
    role,
    token_hash: hashToken(token),
    invited_by: inviter.id,
    created_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + lifeMs),
  };
  const row = await ctx.tx
    .insertInto('invitations')
    .values({ workspace_id: ctx.workspaceId, id: newId(), email, ...fresh, accepted_at: null })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'email']).where('accepted_at', 'is', null).doUpdateSet(fresh),
    )
    .returning(['id', 'email', 'role', 'expires_at'])
    .executeTakeFirstOrThrow();
  await sendInvitation(platform, ctx, { email, role, token, inviterName: inviter.name });
  return describe(ctx, row);
}

/** Withdraws an open invitation. @throws NotFound */
export async function withdrawInvitation(ctx: Ctx, id: string): Promise<void> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('invitations')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound();
}

async function sendInvitation(
  { config, secrets }: Platform,
  ctx: Ctx,
  invitation: { email: string; role: Role; token: string; inviterName: string },
): Promise<void> {
  const workspace = await workspaceOf(ctx);
  const link = `${config.publicUrl}/invitation?workspace=${workspace.slug}&token=${invitation.token}`;
  const place = `${ctx.workspaceId}/deliveries.content/invitation`;
  await queueDelivery(ctx, {
    purpose: 'invitation',
    recipient: invitation.email,
    content: {
      sealedLink: secrets.seal(link, place).toString('base64'),
      workspaceName: workspace.name,
      inviterName: invitation.inviterName,
      role: invitation.role,
      language: workspace.language,
    },
  });
}

function describe(ctx: Ctx, row: { id: string; email: string; role: Role; expires_at: Date }) {
  const { id, email, role, expires_at } = row;
  return { id, email, role, expiresAt: expires_at.toISOString(), isExpired: expires_at <= ctx.now };
}
