import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Row } from './list-pages.ts';

/**
 * Keeps what is being read where it is when rows arrive or leave above it. At the top of the list rows slide in.
 * `height` is that of a row in pixels.
 */
export function useSteadyScroll(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly Row[],
  height: number,
): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = rows;
    const element = scroller.current;
    if (!element || old === rows || element.scrollTop < 4) return;
    const delta = shiftOf(old, rows, Math.floor(element.scrollTop / height)) * height;
    if (delta === 0) return;
    element.dataset.still = 'true';
    element.scrollTop += delta;
    requestAnimationFrame(() => requestAnimationFrame(() => delete element.dataset.still));
  }, [rows, height, scroller]);
}

/**
 * By how many rows the first row in sight has moved (the nearest one after it, if it has left the list).
 * `first` is its index among the old rows.
 */
export function shiftOf(
  old: readonly { id: string }[],
  now: readonly { id: string }[],
  first: number,
): number {
  const places = new Map(now.map((row, index) => [row.id, index]));
  for (let index = first; index < old.length && index < first + 30; index++) {
    const place = places.get(old[index]?.id ?? '');
    // A row that jumped far has moved by itself; its neighbours tell how the list moved.
    if (place !== undefined && Math.abs(place - index) < 200) return place - index;
  }
  return 0;
}
