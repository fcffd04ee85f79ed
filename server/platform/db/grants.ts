// What the app's role may do, on one screen. Renewed at each start, so that a new table is never forgotten.
import pg from 'pg';

/** Tables to which the app may only add, or which it may not shorten. */
const withheld: Record<string, string> = {
  events: 'update, delete, truncate',
  tickets: 'delete, truncate',
  raw_mails: 'delete, truncate',
  schema_migrations: 'insert, update, delete, truncate',
};

/** Functions that act with the owner's rights: closed to everybody else. */
const doors = [
  'enqueue_jobs(jsonb)',
  'matching_documents(tsquery, integer, timestamptz, uuid)',
  'contacts_containing(text, text, integer)',
  'contacts_spelled_like(text, integer)',
  'matching_files(tsquery, integer)',
  'words_spelled_like(text, integer)',
  'matching_resolutions(tsquery, integer)',
];

interface Existing {
  isMighty: boolean;
  rolcreatedb: boolean;
  rolcreaterole: boolean;
}

/**
 * Makes the app's role where it is missing, and renews its password and rights. The role owns nothing, is no superuser
 * and cannot pass row-level security, neither itself nor by being a member of a role that can.
 * @throws when the role that exists is or does any of that (S36)
 */
export async function grantAppRole(client: pg.Client, role: string, password: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const { rows } = await client.query<Existing>(
    `select app.rolcreatedb, app.rolcreaterole,
       exists (select from pg_roles r where pg_has_role(app.oid, r.oid, 'member')
               and (r.rolsuper or r.rolbypassrls or exists (
                 select from pg_tables where tableowner = r.rolname and schemaname in ('public', 'graphile_worker'))))
       as "isMighty"
     from pg_roles app where app.rolname = $1`,
    [role],
  );
  const existing = rows[0];
  if (existing?.isMighty) {
    throw new Error(
      `the database role ${role} must neither be a superuser nor bypass row-level security nor own tables`,
    );
  }
  const attributes = `login ${attributesFor(existing)} password ${pg.escapeLiteral(password)}`;
  await client.query(`${existing ? 'alter' : 'create'} role ${name} with ${attributes}`);
  // Requests are short and many: to start workers for one takes longer than they save.
  await client.query(`alter role ${name} set max_parallel_workers_per_gather = 0`);
  await client.query(`grant usage on schema public to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await client.query(`grant usage on all sequences in schema public to ${name}`);
  for (const [table, rights] of Object.entries(withheld)) {
    await client.query(`revoke ${rights} on ${pg.escapeIdentifier(table)} from ${name}`);
  }
  for (const door of doors) await client.query(`grant execute on function ${door} to ${name}`);
}

// An owner who is no superuser may not even name some attributes of a role that exists, to leave them as they are.
function attributesFor(existing: Existing | undefined): string {
  if (!existing) return 'nosuperuser nocreatedb nocreaterole nobypassrls';
  return `${existing.rolcreatedb ? 'nocreatedb' : ''} ${existing.rolcreaterole ? 'nocreaterole' : ''}`;
}
