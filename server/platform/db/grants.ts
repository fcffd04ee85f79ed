// What the app's role may do, on one screen. Renewed at each start, so that a new table is never forgotten.
import pg from 'pg';

/** Tables to which the app may only add, or which it may not shorten. */
const withheld: Record<string, string> = {
  events: 'update, delete, truncate',
  tickets: 'delete, truncate',
  raw_mails: 'delete, truncate',
  schema_migrations: 'insert, update, delete, truncate',
};

/**
 * Makes the app's role where it is missing, and renews its password and rights. The role owns nothing, is no superuser
 * and cannot pass row-level security.
 * @throws when the role that exists is a superuser, may bypass row-level security, or owns a table (S36)
 */
export async function grantAppRole(client: pg.Client, role: string, password: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; owns: boolean }>(
    `select rolsuper, rolbypassrls, exists (select from pg_tables where tableowner = rolname and schemaname = 'public') as owns
     from pg_roles where rolname = $1`,
    [role],
  );
  const existing = rows[0];
  if (existing && (existing.rolsuper || existing.rolbypassrls || existing.owns)) {
    throw new Error(
      `the database role ${role} must neither be a superuser nor bypass row-level security nor own tables`,
    );
  }
  const attributes = `login nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(password)}`;
  await client.query(`${existing ? 'alter' : 'create'} role ${name} with ${attributes}`);
  await client.query(`grant usage on schema public to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await client.query(`grant usage on all sequences in schema public to ${name}`);
  for (const [table, rights] of Object.entries(withheld)) {
    await client.query(`revoke ${rights} on ${pg.escapeIdentifier(table)} from ${name}`);
  }
  await client.query(`grant execute on function enqueue_jobs(jsonb) to ${name}`);
}
