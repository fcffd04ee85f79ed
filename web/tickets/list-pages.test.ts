import { describe, expect, it } from 'vitest';
import { type Page, pageAgain, pagesInSight, type Row, rowsOf } from './list-pages.ts';

/** A row that has waited since this minute; only what the functions read. */
function row(minute: number, id = `t${minute}`): Row {
  const at = new Date(minute * 60_000).toISOString();
  return { id, waitingSince: at, lastMessageAt: at } as Row;
}
const page = (minutes: number[], next: string | null): Page => ({ tickets: minutes.map(m => row(m)), next });
const ids = (p: Page) => p.tickets.map(r => r.id);

describe('pageAgain', () => {
  it('ends where it ended, so that the pages behind keep their cursors', () => {
    const again = pageAgain(page([1, 2, 3], 'after-3'), page([2, 3, 4, 5], 'after-5'), 'waiting');
    expect(ids(again)).toEqual(['t2', 't3']);
    expect(again.next).toBe('after-3');
  });

  it('ends where it ended also when its last row has left the view', () => {
    const again = pageAgain(page([1, 2, 3], 'after-3'), page([1, 2, 4, 5], 'after-5'), 'waiting');
    expect(ids(again)).toEqual(['t1', 't2']);
    expect(again.next).toBe('after-3');
  });

  it('takes in arrivals, and the new cursor when more arrived than were asked for', () => {
    const more = pageAgain(page([10, 20], 'after-20'), page([10, 11, 12, 13], 'after-13'), 'waiting');
    expect(more).toEqual(page([10, 11, 12, 13], 'after-13'));
  });

  it('reads the other way round when the newest comes first', () => {
    const again = pageAgain(page([9, 8, 7], 'after-7'), page([12, 9, 7, 6], 'after-6'), 'recent');
    expect(ids(again)).toEqual(['t12', 't9', 't7']);
  });

  it('LIV-18 keeps those who do not wait behind those who do, newest first', () => {
    const idle = (minute: number) => ({ ...row(minute), waitingSince: null });
    const before: Page = { tickets: [row(1), idle(50)], next: 'after-50' };
    const fresh: Page = { tickets: [row(1), row(60), idle(55), idle(50), idle(40)], next: 'after-40' };
    const again = pageAgain(before, fresh, 'waiting');
    expect(ids(again)).toEqual(['t1', 't60', 't55', 't50']);
    expect(again.next).toBe('after-50');
  });

  it('leaves the last page as it comes', () => {
    expect(ids(pageAgain(page([1], null), page([1, 2], null), 'waiting'))).toEqual(['t1', 't2']);
  });
});

describe('rowsOf', () => {
  it('shows a ticket once, where it stands first', () => {
    expect(rowsOf([page([1, 2], 'a'), page([2, 3], null)]).map(r => r.id)).toEqual(['t1', 't2', 't3']);
  });
});

describe('pagesInSight', () => {
  const pages = [page([1, 2], 'a'), page([3, 4], 'b'), page([5, 6], 'c'), page([7, 8], 'd'), page([9], null)];
  it.each([
    [0, 0, { from: 0, to: 1 }],
    [4, 5, { from: 1, to: 3 }],
    [7, 8, { from: 2, to: 5 }],
  ])('rows %i to %i', (first, last, expected) => {
    expect(pagesInSight(pages, first, last)).toEqual(expected);
  });
});
