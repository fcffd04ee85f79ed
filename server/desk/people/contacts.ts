// Reading contacts: the people who write to the desk.
import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';

/** One contact in the shape of the contract. @throws NotFound */
export async function contactById(ctx: Ctx, id: string) {
  const [contact] = await contactsByIds(ctx, [id]);
  if (!contact) throw notFound();
  return contact;
}

/** Contacts in the order of their ids as given; unknown ids are left out. */
export async function contactsByIds(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('contacts as c')
    .leftJoin('organisations as o', join =>
      join.onRef('o.workspace_id', '=', 'c.workspace_id').onRef('o.id', '=', 'c.organisation_id'),
    )
    .select(['c.id', 'c.name', 'c.visitor_id', 'c.location', 'c.language', 'c.created_at'])
    .select(['c.fields', 'c.notes'])
    .select(['o.id as organisation_id', 'o.name as organisation_name'])
    .where('c.workspace_id', '=', ctx.workspaceId)
    .where('c.id', 'in', ids)
    .execute();
  const addresses = await readAddresses(ctx, ids);
  return rows
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(row => {
      const mine = addresses.filter(address => address.contact_id === row.id);
      return {
        id: row.id,
        name: row.name,
        visitorId: row.visitor_id,
        emails: mine.filter(({ kind }) => kind === 'email').map(({ value }) => value),
        phones: mine.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
        location: row.location,
        language: row.language,
        organisation: row.organisation_id ? { id: row.organisation_id, name: row.organisation_name! } : null,
        fields: row.fields,
        notes: row.notes,
        createdAt: row.created_at.toISOString(),
      };
    });
}

/** The e-mail addresses and phone numbers of a contact, the oldest first. */
export async function addressesOf(
  ctx: Ctx,
  contactId: string,
): Promise<{ kind: 'email' | 'phone'; value: string }[]> {
  const rows = await readAddresses(ctx, [contactId]);
  return rows.map(({ kind, value }) => ({ kind, value }));
}

function readAddresses(ctx: Ctx, contactIds: string[]) {
  return ctx.tx
    .selectFrom('contact_addresses')
    .select(['contact_id', 'kind', 'value'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('contact_id', 'in', contactIds)
    .orderBy('created_at')
    .orderBy('value')
    .execute();
}
