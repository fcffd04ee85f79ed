// What is said on the live line besides changes: who has what open, and what drafts became. Signals, not events.
import './jitless.ts';
import { z } from 'zod';
import { id } from './fields.ts';

export const presenceStates = ['idle', 'viewing', 'note', 'reply'] as const;
/** What somebody does with what they have open; a later one of the list outweighs an earlier one. */
export type PresenceState = (typeof presenceStates)[number];

/** A screen says what it shows: `here`. Without a topic it shows nothing that others would want to know of. */
export const hereReport = z.object({ topic: id.nullable(), state: z.enum(presenceStates) });
export type HereReport = z.infer<typeof hereReport>;

/** Who has a topic open, by agent. */
export type People = Record<string, PresenceState>;

/** `presence`: the topics whose people changed; nobody any more is {}. `isWhole`: forget what was told before. */
export interface PresenceNews {
  isWhole: boolean;
  topics: Record<string, People>;
}

/** `drafts`: a draft of mine was saved, sent, discarded or asked for, or one on the ticket that I have open. */
export interface DraftNews {
  ticketId: string | null;
  agentId: string;
  mode: 'reply' | 'note' | 'side' | 'new';
  /** The version that is there now; 0 when it is gone. */
  version: number;
  /** The tab that did it. */
  tab: string;
}
