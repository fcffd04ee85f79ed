import { describe, expect, it } from 'vitest';
import { emptyDraft } from './draft.ts';
import { readAddresses, recipientsOf } from './recipient-list.ts';

describe('recipients', () => {
  it.each([
    [['anne@client.example'], ['anne@client.example'], []],
    [['Inès <INES@client.example>; bob'], ['ines@client.example'], ['bob']],
    [['a@b.example, a@b.example\nc@d.example'], ['a@b.example', 'c@d.example'], []],
    [[' ', ';'], [], []],
    [['pas une adresse@'], [], ['pas une adresse@']],
  ])('read from %j', (typed, addresses, wrong) => {
    expect(readAddresses(typed)).toEqual({ addresses, wrong });
  });

  it('S6 are those of the draft, else those that the ticket proposes', () => {
    const proposed = { to: ['anne@client.example'], cc: ['ines@client.example'] };
    expect(recipientsOf(emptyDraft(), proposed)).toEqual({ ...proposed, bcc: [] });
    expect(recipientsOf({ ...emptyDraft(), more: { to: ['x@y.example'] } }, proposed)).toEqual({
      to: ['x@y.example'],
      cc: [],
      bcc: [],
    });
    expect(recipientsOf(emptyDraft())).toBeUndefined();
  });
});
