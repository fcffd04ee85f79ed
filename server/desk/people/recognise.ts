// Who is writing: a contact is known by e-mail or by phone (LIV-07).
import './tables.ts';
import type { Language } from '../../../contract/fields.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { normalEmail, normalPhone } from './addresses.ts';
import { organisationOfEmail } from './organisations.ts';
import { newVisitorId } from './visitor-ids.ts';

export interface Stranger {
  email?: string | null;
  phone?: string | null;
  /** As they call themselves; may be empty. */
  name: string;
  language: Language;
}

export interface KnownContact {
  id: string;
  name: string;
  visitorId: string;
  language: Language;
  organisationId: string | null;
  isNew: boolean;
}

interface Address {
  kind: 'email' | 'phone';
  value: string;
}

/**
 * The contact with this e-mail, else the one with this phone, else a new one. A name or a kind of address that a known
 * contact lacks is filled in; what they have is never overwritten. Two first mails at once make one contact. Whoever
 * calls this for several people in one transaction does so in the order of their addresses, lest two wait for each other.
 */
export async function recogniseContact(ctx: Ctx, stranger: Stranger): Promise<KnownContact> {
  const name = stranger.name.replace(/\s+/g, ' ').trim().slice(0, 120);
  const addresses = addressesIn(stranger);
  const known = await find(ctx, addresses);
  if (known) return complete(ctx, known, name, addresses);
  const made = await make(ctx, { ...stranger, name }, addresses);
  const [first, ...others] = addresses;
  if (first && !(await keepAddress(ctx, made.id, first))) {
    await discard(ctx, made.id);
    return complete(ctx, (await find(ctx, addresses))!, name, addresses);
  }
  for (const address of others) await keepAddress(ctx, made.id, address);
  return made;
}

function addressesIn({ email, phone, language }: Stranger): Address[] {
  const values = { email: normalEmail(email), phone: normalPhone(phone, language) };
  return (['email', 'phone'] as const).flatMap(kind => {
    const value = values[kind];
    return value ? [{ kind, value }] : [];
  });
}

async function find(ctx: Ctx, addresses: Address[]): Promise<KnownContact | null> {
  for (const { kind, value } of addresses) {
    const row = await ctx.tx
      .selectFrom('contact_addresses as a')
      .innerJoin('contacts as c', join =>
        join.onRef('c.workspace_id', '=', 'a.workspace_id').onRef('c.id', '=', 'a.contact_id'),
      )
      .select([
        'c.id',
        'c.name',
        'c.visitor_id as visitorId',
        'c.language',
        'c.organisation_id as organisationId',
      ])
      .where('a.workspace_id', '=', ctx.workspaceId)
      .where('a.kind', '=', kind)
      .where('a.value', '=', value)
      .executeTakeFirst();
    if (row) return { ...row, isNew: false };
  }
  return null;
}

async function make(ctx: Ctx, stranger: Stranger, addresses: Address[]): Promise<KnownContact> {
  const email = addresses.find(address => address.kind === 'email')?.value;
  const organisationId = email ? await organisationOfEmail(ctx, email) : null;
  const { name, language } = stranger;
  for (;;) {
    const id = newId();
    const visitorId = newVisitorId();
    const { numInsertedOrUpdatedRows } = await ctx.tx
      .insertInto('contacts')
      .values({
        workspace_id: ctx.workspaceId,
        id,
        name,
        visitor_id: visitorId,
        language,
        organisation_id: organisationId,
      })
      .onConflict(conflict => conflict.columns(['workspace_id', 'visitor_id']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows) return { id, name, visitorId, language, organisationId, isNew: true };
  }
}

/** Gives whether the address is now this contact's; it is not when it is somebody's already. */
async function keepAddress(ctx: Ctx, contactId: string, { kind, value }: Address): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('contact_addresses')
    .values({ workspace_id: ctx.workspaceId, kind, value, contact_id: contactId })
    .onConflict(conflict => conflict.columns(['workspace_id', 'kind', 'value']).doNothing())
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

async function discard(ctx: Ctx, contactId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('contacts')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', contactId)
    .execute();
}

async function complete(
  ctx: Ctx,
  known: KnownContact,
  name: string,
  addresses: Address[],
): Promise<KnownContact> {
  if (addresses.length > 1) {
    const had = await ctx.tx
      .selectFrom('contact_addresses')
      .select('kind')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('contact_id', '=', known.id)
      .execute();
    for (const address of addresses)
      if (!had.some(({ kind }) => kind === address.kind)) await keepAddress(ctx, known.id, address);
  }
  if (known.name || !name) return known;
  const row = await ctx.tx
    .updateTable('contacts')
    .set(eb => ({ name: eb.case().when('name', '=', '').then(name).else(eb.ref('name')).end() }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', known.id)
    .returning('name')
    .executeTakeFirstOrThrow();
  return { ...known, name: row.name };
}
