import { createStore } from '../data/store.ts';

const place = createStore('');
const order = createStore<readonly string[]>([]);

/**
 * Remembers the list being looked at, with its filters, as the way back from a ticket, and the numbers of its tickets in
 * their order, for going from one to the next. Takes a path with search.
 */
export function keepLastList(path: string, numbers: readonly string[] = []): void {
  place.set(path);
  order.set(numbers);
}

/** The way back to the list last looked at; '' when a ticket was opened directly. */
export const useLastList = place.use;

/** The ticket's neighbour in the list last looked at: its number, null at the end, undefined where it is not in the list. */
export function neighbourOf(number: string, step: 1 | -1): string | null | undefined {
  const numbers = order.get();
  const at = numbers.indexOf(number);
  return at < 0 ? undefined : (numbers[at + step] ?? null);
}
