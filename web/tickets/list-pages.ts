import type { z } from 'zod';
import type { ticketRow } from '../../contract/routes/tickets.ts';

export type Row = z.infer<typeof ticketRow>;
export type Sort = 'waiting' | 'recent';
export interface Page {
  tickets: Row[];
  next: string | null;
}

/** Rows of one page, and how many more are asked for when a page is asked again, so that arrivals fit in. */
export const pageSize = 100;
export const surplus = 30;
/** Milliseconds later than any date: what does not wait stands behind what waits. */
const behindAll = 100_000_000_000_000;

/**
 * A page asked again, cut where it ended before: the pages after it keep their cursors, so that one change in the list
 * does not make every page behind it new. Rows that share the boundary's time may come twice; rowsOf drops those.
 */
export function pageAgain(before: Page, fresh: Page, sort: Sort): Page {
  const boundary = before.tickets.at(-1);
  if (!boundary || before.next === null) return fresh;
  const limit = placeOf(boundary, sort);
  const cut = fresh.tickets.findIndex(row => placeOf(row, sort) > limit);
  return cut < 0 ? fresh : { tickets: fresh.tickets.slice(0, cut), next: before.next };
}

/** All rows in order, each ticket once. */
export function rowsOf(pages: readonly Page[]): Row[] {
  const seen = new Set<string>();
  return pages.flatMap(page =>
    page.tickets.filter(row => {
      if (seen.has(row.id)) return false;
      seen.add(row.id);
      return true;
    }),
  );
}

/** Which pages hold the rows from `first` to `last` (indexes into rowsOf), and their neighbours. */
export function pagesInSight(
  pages: readonly Page[],
  first: number,
  last: number,
): { from: number; to: number } {
  let start = 0;
  let from = 0;
  let to = 0;
  pages.forEach((page, index) => {
    if (start <= first) from = index;
    if (start <= last) to = index;
    start += page.tickets.length;
  });
  return { from: Math.max(0, from - 1), to: to + 1 };
}

/** Where a row stands, as a rising number: who waits first, the longest waiting first, then the newest message first. */
function placeOf(row: Row, sort: Sort): number {
  const newest = -Date.parse(row.lastMessageAt);
  if (sort === 'recent') return newest;
  return row.waitingSince === null ? behindAll + newest : Date.parse(row.waitingSince);
}
