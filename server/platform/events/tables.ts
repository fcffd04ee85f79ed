import type { ColumnType } from 'kysely';
import type { Changes, EventKind } from '../../../contract/events/index.ts';
import type { Actor } from '../db/index.ts';

type Json<T> = ColumnType<T, string, string>;

export interface EventRow {
  workspace_id: string;
  id: string;
  ticket_id: string;
  kind: EventKind;
  actor_type: Actor['type'];
  actor_id: string | null;
  actor_via: string;
  cause_id: string | null;
  depth: number;
  changes: Json<Changes>;
  facts: Json<Record<string, unknown>>;
  at: Date;
  xid: ColumnType<string, string | undefined, never>;
}

declare module '../db/database.ts' {
  interface Tables {
    events: EventRow;
  }
}
