import { describe, expect, it } from 'vitest';
import { isNarrowed, listQuery, readListSearch, writeListSearch } from './list-search.ts';

const folder = '0192f0c1-2345-7abc-8def-0123456789ab';

describe('the view in the address', () => {
  it('comes back as it was written', () => {
    const search = {
      status: ['new', 'open'],
      folder: [folder],
      assignee: ['nobody'],
      tag: [],
      q: '123, roue',
      sort: 'recent' as const,
    };
    expect(readListSearch(writeListSearch(search))).toEqual(search);
  });

  it('is empty for the plain view', () => {
    const plain = readListSearch({});
    expect(Object.values(writeListSearch(plain)).every(value => value === undefined)).toBe(true);
    expect(isNarrowed(plain)).toBe(false);
  });

  it('drops what cannot be asked for, and reads a number typed as search', () => {
    const search = readListSearch({ status: 'new,nonsense', folder: 'x', assignee: ['nobody'], q: 42 });
    expect(search).toMatchObject({ status: ['new'], folder: [], assignee: ['nobody'], q: '42' });
  });

  it('LUM-29 asks for the folder whose page it is', () => {
    expect(listQuery('all', readListSearch({}), folder)).toMatchObject({ view: 'all', folder: [folder] });
  });
});
