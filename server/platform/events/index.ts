export { type Heard, hearing, type Reaction, setReactions } from './reactions.ts';
export { type NewEvent, recordEvent } from './record.ts';
export type { EventRow } from './tables.ts';
export { startOfTail, type TailCursor, tail } from './tail.ts';
