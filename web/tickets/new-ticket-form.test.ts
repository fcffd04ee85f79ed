import { describe, expect, it } from 'vitest';
import { emptyFields, problemsOf, readFields } from './new-ticket-form.ts';

describe('a new ticket', () => {
  it('LUM-28 needs whom it is for, a subject and a text', () => {
    expect(problemsOf(emptyFields, { html: '', files: [] })).toEqual(['to', 'subject', 'text']);
    const filled = { ...emptyFields, to: ' camille@velo.example ', subject: 'Roue' };
    expect(problemsOf(filled, { html: '<p>Bonjour</p>', files: [] })).toEqual([]);
  });

  it.each([
    'camille',
    'camille@',
    '@velo.example',
    'a b@velo.example',
  ])('does not take %j as an address', to => {
    expect(problemsOf({ ...emptyFields, to, subject: 's' }, { html: 'x', files: [] })).toEqual(['to']);
  });

  it('comes back as it was left, and ignores what does not belong', () => {
    const fields = { ...emptyFields, to: 'a@b.example', folderId: 'f', sendsMail: false, tagIds: ['g'] };
    expect(readFields(JSON.stringify({ ...fields, other: 1 }))).toEqual(fields);
    expect(readFields(JSON.stringify({ subject: 3, tagIds: 'x', to: 'a@b.example' }))).toEqual({
      ...emptyFields,
      to: 'a@b.example',
    });
    expect(readFields('{')).toEqual(emptyFields);
  });
});
