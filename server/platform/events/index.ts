export { type Heard, hearing, type Reaction, setReactions } from './reactions.ts';
export { type NewEvent, recordEvent } from './record.ts';
export type { EventRow } from './tables.ts';
export { eventsSince, startOfTail, type TailCursor, type TailedEvent, tail } from './tail.ts';
