import type { Desk } from '../data/desk.ts';
import type { Contact } from './contact-queries.ts';

type Field = Desk['contactFields'][number];

export interface ContactValues {
  name: string;
  location: string;
  language: Contact['language'];
  /** One per line. */
  phones: string;
  notes: string;
  /** As they are typed, by the id of the field. */
  fields: Record<string, string>;
}

/** A contact as a form holds it. */
export function valuesOf(contact: Contact, fields: readonly Field[]): ContactValues {
  const { name, location, language, notes } = contact;
  return {
    name,
    location,
    language,
    notes,
    phones: contact.phones.join('\n'),
    fields: Object.fromEntries(fields.map(({ id }) => [id, String(contact.fields[id] ?? '')])),
  };
}

/** What the form says, as the server takes it; a number that is none stays a text, which the server refuses by name. */
export function bodyOf(values: ContactValues, fields: readonly Field[]) {
  return {
    ...values,
    phones: values.phones
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
    fields: Object.fromEntries(
      fields.map(field => [field.id, typedValue(field, values.fields[field.id]?.trim() ?? '')]),
    ),
  };
}

function typedValue({ kind }: Field, typed: string): string | number | null {
  if (typed === '') return null;
  if (kind !== 'number') return typed;
  const number = Number(typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  return Number.isFinite(number) ? number : typed;
}
