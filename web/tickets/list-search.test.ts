import { describe, expect, it } from 'vitest';
import {
  filterCount,
  isNarrowed,
  listQuery,
  plainSearch,
  queryToSave,
  readListSearch,
  writeListSearch,
} from './list-search.ts';

const folder = '0192f0c1-2345-7abc-8def-0123456789ab';

describe('the view in the address', () => {
  it('comes back as it was written', () => {
    const search = {
      ...plainSearch,
      status: ['new', 'open'],
      folder: [folder],
      assignee: ['nobody', 'me'],
      priority: ['high'],
      age: '36',
      unread: 'yes',
      receivedFrom: '2026-11-02',
      q: '123, roue',
      sort: 'recent' as const,
    };
    expect(readListSearch(writeListSearch(search))).toEqual(search);
    expect(filterCount(search)).toBe(9);
  });

  it('is empty for the plain view', () => {
    expect(Object.values(writeListSearch(plainSearch)).every(value => value === undefined)).toBe(true);
    expect(isNarrowed(plainSearch)).toBe(false);
  });

  it('drops what cannot be asked for, and reads a number typed as search', () => {
    const search = readListSearch({
      status: 'new,nonsense',
      folder: 'x',
      assignee: ['nobody'],
      age: 'old',
      receivedTo: '31/12/2026',
      escalated: 'maybe',
      q: 42,
    });
    expect(search).toEqual({ ...plainSearch, status: ['new'], assignee: ['nobody'], q: '42' });
  });

  it('LUM-29 asks for the folder whose page it is', () => {
    expect(listQuery('all', plainSearch, folder)).toEqual({
      view: 'all',
      folder: [folder],
      q: undefined,
      sort: 'waiting',
    });
  });

  it('a folder’s page is saved as a filter by folder, and comes back', () => {
    const query = queryToSave('inbox', { ...plainSearch, tag: [folder], q: ' frein ' }, folder);
    expect(query).toEqual({ view: 'inbox', folder: [folder], tag: [folder], q: 'frein', sort: 'waiting' });
    expect(readListSearch(query)).toEqual({ ...plainSearch, folder: [folder], tag: [folder], q: 'frein' });
  });
});
