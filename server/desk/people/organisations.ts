import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { domainOf } from './addresses.ts';
import { isPublicMailDomain } from './public-mail-domains.ts';

/**
 * The organisation that an e-mail address (lower case) belongs to by its domain, made when the domain is new; null for
 * the domains of public mail providers.
 */
export async function organisationOfEmail(ctx: Ctx, email: string): Promise<string | null> {
  const domain = domainOf(email);
  if (isPublicMailDomain(domain)) return null;
  return (await findByDomain(ctx, domain)) ?? makeForDomain(ctx, domain);
}

async function findByDomain(ctx: Ctx, domain: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('organisation_domains')
    .select('organisation_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('domain', '=', domain)
    .executeTakeFirst();
  return row?.organisation_id ?? null;
}

async function makeForDomain(ctx: Ctx, domain: string): Promise<string | null> {
  const id = newId();
  const workspace_id = ctx.workspaceId;
  await ctx.tx.insertInto('organisations').values({ workspace_id, id, name: domain }).execute();
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('organisation_domains')
    .values({ workspace_id, domain, organisation_id: id })
    .onConflict(conflict => conflict.columns(['workspace_id', 'domain']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) return id;
  // Somebody else's first mail from this domain came at the same moment.
  await ctx.tx
    .deleteFrom('organisations')
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .execute();
  return findByDomain(ctx, domain);
}

/** The segment that an organisation's customers belong to (D-13), or null. */
export async function segmentOfOrganisation(ctx: Ctx, id: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('organisations')
    .select('segment_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.segment_id ?? null;
}

/** @throws NotFound when there is no such organisation here */
export async function refuseUnknownOrganisation(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('organisations')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
}
