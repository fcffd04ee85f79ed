// Named statements are parsed and planned once per connection; Kysely itself sends them unnamed.
import type pg from 'pg';

const names = new Map<string, string>();
/** Texts that differ with the length of a list would grow without end on the server, so only the first are named. */
const most = 400;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= most) return known;
  const name = `g${names.size}`;
  names.set(text, name);
  return name;
}

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown;

/** Makes a new connection send its parameterised statements by name. Off for PgBouncer in transaction mode. */
export function nameStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as unknown as Query;
  const named: Query = (text, values, callback) => {
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return name ? query({ name, text, values }, callback) : query(text, values, callback);
  };
  (client as unknown as { query: Query }).query = named;
}
