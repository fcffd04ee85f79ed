// The documents of tickets in the order of their newest messages.
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Where a document stands: at the time of its ticket's newest message. */
export interface Place {
  at: Date;
  id: string;
}

/** The newest documents of a query, or those behind a place: a select of id and at. */
export const documents = (query: RawBuilder<unknown>, limit: number, after: Place | null = null) =>
  sql`select ticket_id as id, last_message_at as at from matching_documents(${query}, ${sql.lit(limit)}
    ${after ? sql`, ${after.at}::timestamptz, ${after.id}::uuid` : sql``})`;

export const newestFirst = sql`order by at desc, id desc`;

export const behind = (place: Place | undefined) =>
  place ? sql<SqlBool>`(at, id) < (${place.at}::timestamptz, ${place.id}::uuid)` : sql<SqlBool>`true`;

export const isBehind = (one: Place, other: Place): boolean =>
  one.at < other.at || (one.at.getTime() === other.at.getTime() && one.id < other.id);
