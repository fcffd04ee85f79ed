import './tables.ts';
import type { Language } from '../../../contract/fields.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, invalid } from '../../platform/errors/index.ts';
import { normalPhone } from './addresses.ts';
import { changedValues } from './contact-fields.ts';
import { contactById } from './contacts.ts';

export interface ContactChange {
  name?: string;
  location?: string;
  language?: Language;
  /** Replaces all phone numbers. */
  phones?: string[];
  notes?: string;
  /** Only the fields that are named change; null empties one. */
  fields?: Record<string, string | number | null>;
}

/**
 * Corrects a contact; what tickets keep of their requester stays as it was (D-06). Gives the contact.
 * @throws NotFound; Invalid for what is no phone number and for values that their fields do not take; Conflict phone-taken for one of another contact
 */
export async function editContact(ctx: Ctx, id: string, change: ContactChange) {
  const contact = await contactById(ctx, id);
  const language = change.language ?? contact.language;
  await ctx.tx
    .updateTable('contacts')
    .set({
      name: change.name ?? contact.name,
      location: change.location ?? contact.location,
      language,
      notes: change.notes ?? contact.notes,
      ...(change.fields && {
        fields: JSON.stringify(await changedValues(ctx, contact.fields, change.fields)),
      }),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  if (change.phones)
    await replacePhones(
      ctx,
      id,
      change.phones.map((phone, index) => {
        const number = normalPhone(phone, language);
        if (!number) throw invalid('invalid', { fields: { [`phones.${index}`]: 'invalid_format' } });
        return number;
      }),
    );
  return contactById(ctx, id);
}

/**
 * Adds an address by which the contact is recognised from now on; one that they have already stays. Gives the contact.
 * @throws NotFound, Conflict email-taken for one of another contact
 */
export async function addEmail(ctx: Ctx, id: string, email: string) {
  await contactById(ctx, id);
  await take(ctx, id, 'email', email, () => conflict('email-taken', { email }));
  return contactById(ctx, id);
}

async function replacePhones(ctx: Ctx, contactId: string, phones: string[]): Promise<void> {
  const wanted = [...new Set(phones)].sort();
  let leaving = ctx.tx
    .deleteFrom('contact_addresses')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('contact_id', '=', contactId)
    .where('kind', '=', 'phone');
  if (wanted.length > 0) leaving = leaving.where('value', 'not in', wanted);
  await leaving.execute();
  for (const value of wanted)
    await take(ctx, contactId, 'phone', value, () => conflict('phone-taken', { phone: value }));
}

/** Makes an address the contact's. @throws what `taken` makes when it is somebody else's */
async function take(
  ctx: Ctx,
  contactId: string,
  kind: 'email' | 'phone',
  value: string,
  taken: () => Error,
): Promise<void> {
  await ctx.tx
    .insertInto('contact_addresses')
    .values({ workspace_id: ctx.workspaceId, kind, value, contact_id: contactId })
    .onConflict(conflict => conflict.columns(['workspace_id', 'kind', 'value']).doNothing())
    .execute();
  const owner = await ctx.tx
    .selectFrom('contact_addresses')
    .select('contact_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .executeTakeFirst();
  if (owner?.contact_id !== contactId) throw taken();
}
