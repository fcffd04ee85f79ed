import './tables.ts';
import type { Language } from '../../../contract/fields.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, invalid } from '../../platform/errors/index.ts';
import { normalPhone } from './addresses.ts';
import { contactById } from './contacts.ts';

export interface ContactChange {
  name?: string;
  location?: string;
  language?: Language;
  /** Replaces all phone numbers. */
  phones?: string[];
}

/**
 * Corrects a contact; what tickets keep of their requester stays as it was (D-06). Gives the contact.
 * @throws NotFound; Invalid for what is no phone number; Conflict phone-taken for one of another contact
 */
export async function editContact(ctx: Ctx, id: string, change: ContactChange) {
  const contact = await contactById(ctx, id);
  const language = change.language ?? contact.language;
  await ctx.tx
    .updateTable('contacts')
    .set({ name: change.name ?? contact.name, location: change.location ?? contact.location, language })
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

async function replacePhones(ctx: Ctx, contactId: string, phones: string[]): Promise<void> {
  const wanted = [...new Set(phones)].sort();
  let leaving = ctx.tx
    .deleteFrom('contact_addresses')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('contact_id', '=', contactId)
    .where('kind', '=', 'phone');
  if (wanted.length > 0) leaving = leaving.where('value', 'not in', wanted);
  await leaving.execute();
  for (const value of wanted) {
    await ctx.tx
      .insertInto('contact_addresses')
      .values({ workspace_id: ctx.workspaceId, kind: 'phone', value, contact_id: contactId })
      .onConflict(conflict => conflict.columns(['workspace_id', 'kind', 'value']).doNothing())
      .execute();
    const owner = await ctx.tx
      .selectFrom('contact_addresses')
      .select('contact_id')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('kind', '=', 'phone')
      .where('value', '=', value)
      .executeTakeFirst();
    if (owner?.contact_id !== contactId) throw conflict('phone-taken', { phone: value });
  }
}
