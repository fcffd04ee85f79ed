import { describe, expect, it } from 'vitest';
import { extended, isSelected, type Selection, toggled } from './selection.ts';

const rows = ['a', 'b', 'c', 'd', 'e'];
const none: Selection = { list: 'l', ids: new Set(), isAll: false, anchor: null };
const ids = (selection: Selection) => [...selection.ids].sort().join('');

describe('selecting rows', () => {
  it('takes one in and leaves it out again', () => {
    const one = toggled(none, 'b', rows);
    expect(ids(one)).toBe('b');
    expect(ids(toggled(one, 'b', rows))).toBe('');
  });

  it('draws a range from the row selected last, up or down, besides what was selected', () => {
    const from = toggled(toggled(none, 'a', rows), 'd', rows);
    expect(ids(extended(from, 'b', rows))).toBe('abcd');
    expect(ids(extended(extended(from, 'c', rows), 'e', rows))).toBe('acde');
    expect(ids(extended(none, 'c', rows))).toBe('c');
  });

  it('of everything but one leaves those in the list', () => {
    const all = { ...none, isAll: true };
    expect(isSelected(all, 'not loaded yet')).toBe(true);
    const but = toggled(all, 'c', rows);
    expect([but.isAll, ids(but)]).toEqual([false, 'abde']);
  });
});
