// Who hears which event. The list itself is composed in server/reactions.ts; the platform only keeps it at hand.
import type { EventKind } from '../../../contract/events/index.ts';
import type { Ctx, Database } from '../db/index.ts';

/** What a reaction is told: ids only. It re-reads the ticket, since it may run late and more than once. */
export interface Heard {
  workspaceId: string;
  eventId: string;
  ticketId: string;
  kind: EventKind;
  depth: number;
}

export interface Reaction {
  name: string;
  hears: readonly EventKind[];
  /** Runs in a transaction of its own, with the event as the cause of whatever it commands. */
  run: (ctx: Ctx, heard: Heard, database: Database) => Promise<void>;
  /** false: an import must not set it off. */
  imports?: boolean;
}

let reactions: readonly Reaction[] = [];

/** Hands the list in, once, at start. */
export function setReactions(list: readonly Reaction[]): void {
  reactions = list;
}

/** The reactions that hear a kind of event. */
export function hearing(kind: EventKind, isImport = false): readonly Reaction[] {
  return reactions.filter(
    reaction => reaction.hears.includes(kind) && !(isImport && reaction.imports === false),
  );
}
