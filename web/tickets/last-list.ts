import { createStore } from '../data/store.ts';

const place = createStore('');

/** Remembers the list being looked at, with its filters, as the way back from a ticket. Takes a path with search. */
export const keepLastList = place.set;

/** The way back to the list last looked at; '' when a ticket was opened directly. */
export const useLastList = place.use;
