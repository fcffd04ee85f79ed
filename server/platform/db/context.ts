// What every command and query is handed: where, who, when, in which language, inside which transaction.
import type { Language } from '../../../contract/fields.ts';
import type { Db } from './database.ts';

export interface Actor {
  type: 'agent' | 'contact' | 'system' | 'rule';
  id: string | null;
  /** The way it came: 'app', 'mail', 'api', 'clock', or the name of the reaction. */
  via: string;
}

/** The event that made this command happen, and how long the chain of causes is by now. */
export interface Cause {
  eventId: string;
  depth: number;
}

/** What every event of a piece of work says besides its own facts, where its kind knows the word. */
export type Marks = Readonly<Record<string, string>>;

export interface Scope {
  workspaceId: string;
  actor: Actor;
  language?: Language;
  cause?: Cause;
  onlyFolders?: readonly string[] | null;
  marks?: Marks;
}

export interface Ctx {
  workspaceId: string;
  actor: Actor;
  /** The database's time when the transaction began; rules never read a clock. */
  now: Date;
  language: Language;
  cause?: Cause;
  /** The folders that the actor is limited to (LUM-36); null for everything. */
  onlyFolders: readonly string[] | null;
  marks?: Marks;
  tx: Db;
}

/** Guichet itself as the actor, by the name of what acts. */
export function systemActor(via: string): Actor {
  return { type: 'system', id: null, via };
}
