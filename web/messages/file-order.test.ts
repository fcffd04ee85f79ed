import { describe, expect, it } from 'vitest';
import type { AttachedFile } from './draft.ts';
import { inChosenOrder } from './file-order.ts';

const file = (id: string): AttachedFile => ({
  id,
  name: id,
  type: 'text/plain',
  size: 1,
  url: `/files/${id}`,
});

describe('the order of attached files', () => {
  it('LUM-20 is that of choosing, however they arrive', () => {
    const places = new Map([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]);
    let files: AttachedFile[] = [file('kept')];
    for (const id of ['c', 'a', 'b']) files = inChosenOrder(files, file(id), places);
    expect(files.map(one => one.id)).toEqual(['kept', 'a', 'b', 'c']);
  });
});
