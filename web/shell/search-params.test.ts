import { expect, it } from 'vitest';
import { readSearch, writeSearch } from './search-params.ts';

it.each([
  ['?q=123', { q: '123' }],
  ['?q=%22a+b%22&status=new,open', { q: '"a b"', status: 'new,open' }],
  ['', {}],
])('the address %s comes back as it was', (address, search) => {
  expect(readSearch(address)).toEqual(search);
  expect(writeSearch(search)).toBe(address);
});

it('leaves out what is not set', () => {
  expect(writeSearch({ q: undefined, status: '', sort: 'recent' })).toBe('?sort=recent');
});
