import { describe, expect, it } from 'vitest';
import { bodyOf, valuesOf } from './contact-form.ts';
import type { Contact } from './contact-queries.ts';

const fields = [
  { id: 'n', name: 'Vélos', kind: 'number', choices: [] },
  { id: 't', name: 'Nº', kind: 'text', choices: [] },
] as const satisfies Parameters<typeof bodyOf>[1];
const contact = { name: 'Anne', location: '', language: 'fr', notes: '', phones: ['+331', '+332'] };
const values = valuesOf({ ...contact, fields: { n: 3 } } as unknown as Contact, fields);

describe('LIV-06 the form of a contact', () => {
  it('holds phones line by line and fields as texts', () => {
    expect(values).toMatchObject({ phones: '+331\n+332', fields: { n: '3', t: '' } });
  });

  it.each([
    ['1 234,5', 1234.5],
    ['', null],
    ['trois', 'trois'],
  ])('sends the number typed as %j as %j', (n, expected) => {
    expect(bodyOf({ ...values, fields: { n, t: '12' } }, fields).fields).toEqual({ n: expected, t: '12' });
  });

  it('leaves out empty lines', () => {
    expect(bodyOf({ ...values, phones: ' 01 \n\n02' }, fields).phones).toEqual(['01', '02']);
  });
});
