// Reading the log in the order in which it became visible. Commit order is not id order: a reader that kept only the
// largest id would lose the rows of slower transactions.
import { sql } from 'kysely';
import type { EventKind } from '../../../contract/events/index.ts';
import type { Db } from '../db/index.ts';

export interface TailCursor {
  xid: string;
  id: string;
}

export interface TailedEvent {
  id: string;
  ticket_id: string;
  kind: EventKind;
  xid: string;
}

const first = '00000000-0000-0000-0000-000000000000';

/** A cursor that stands behind everything visible now. */
export async function startOfTail(tx: Db): Promise<TailCursor> {
  const { rows } = await sql<{
    xid: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(tx);
  return { xid: rows[0]!.xid, id: first };
}

/** The next events of one workspace after a cursor, none of which can be overtaken any more; and the cursor behind them. */
export async function tail(
  tx: Db,
  workspaceId: string,
  cursor: TailCursor,
  limit = 500,
): Promise<{ events: TailedEvent[]; cursor: TailCursor }> {
  const { rows } = await sql<TailedEvent>`
    select id, ticket_id, kind, xid::text as xid from events
    where workspace_id = ${workspaceId}
      and (xid, id) > (${cursor.xid}::xid8, ${cursor.id}::uuid)
      and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by workspace_id, xid, id limit ${limit}`.execute(tx);
  const last = rows.at(-1);
  return { events: rows, cursor: last ? { xid: last.xid, id: last.id } : cursor };
}

/**
 * What was recorded since a moment, as far as it is visible: for a screen that asked for its data before it began to
 * listen. Ids carry their time, so this is a walk along the primary key.
 */
export async function eventsSince(
  tx: Db,
  workspaceId: string,
  since: Date,
  limit = 500,
): Promise<TailedEvent[]> {
  const { rows } = await sql<TailedEvent>`
    select id, ticket_id, kind, xid::text as xid from events
    where workspace_id = ${workspaceId} and id > ${firstIdOf(since)}::uuid
    order by workspace_id, id desc limit ${limit}`.execute(tx);
  return rows;
}

/** The smallest UUIDv7 of a moment. */
function firstIdOf(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
