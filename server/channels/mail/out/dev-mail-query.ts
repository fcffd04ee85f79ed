import type { Ctx, Db } from '../../../platform/db/index.ts';

export interface Slug {
  slug: string;
}

export interface KeptMail {
  id: string;
  purpose: string;
  recipient: string;
  at: Date;
  number: number | null;
  subject: string | null;
  /** Of the workspace. */
  timeZone: string;
}

/** The workspaces that an operator of the installation belongs to; null when the person is no operator. */
export async function operatorWorkspaces(tx: Db, identityId: string): Promise<Slug[] | null> {
  const person = await tx
    .selectFrom('identities')
    .select('is_operator')
    .where('id', '=', identityId)
    .executeTakeFirst();
  if (!person?.is_operator) return null;
  return tx
    .selectFrom('memberships')
    .innerJoin('directory', 'directory.workspace_id', 'memberships.workspace_id')
    .select('directory.key as slug')
    .where('directory.kind', '=', 'slug')
    .where('memberships.identity_id', '=', identityId)
    .orderBy('directory.key')
    .execute();
}

/** The newest 200 mails that were kept, newest first. */
export function keptMails(ctx: Ctx): Promise<KeptMail[]> {
  return ctx.tx
    .selectFrom('deliveries')
    .innerJoin('workspaces', 'workspaces.workspace_id', 'deliveries.workspace_id')
    .leftJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'deliveries.workspace_id')
        .onRef('tickets.id', '=', 'deliveries.ticket_id'),
    )
    .select(['deliveries.id', 'deliveries.purpose', 'deliveries.recipient', 'deliveries.created_at as at'])
    .select(['tickets.number', 'tickets.subject', 'workspaces.time_zone as timeZone'])
    .where('deliveries.workspace_id', '=', ctx.workspaceId)
    .where('deliveries.state', '=', 'kept')
    .orderBy('deliveries.id', 'desc')
    .limit(200)
    .execute();
}
