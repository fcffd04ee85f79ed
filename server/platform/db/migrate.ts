import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { grantAppRole } from './grants.ts';

const quiet = new Logger(() => () => {});

/** Any number, the same for every process of the product: one migrates, the others wait. */
const lockKey = 7_201_983;

export interface MigrateOptions {
  /** Connection of the owner, who may make tables and roles. */
  ownerUrl: string;
  /** Folder of the numbered SQL files. */
  folder: string;
  appRole: string;
  appPassword: string;
}

/**
 * Brings the schema up to date, each file in a transaction of its own, under an advisory lock; then renews the app
 * role and what it may do. Gives the files that were applied and the app role's connection URL.
 * @throws when the app's role would be a superuser or the owner (S36)
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[]; appUrl: string }> {
  const client = new pg.Client({ connectionString: options.ownerUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await runMigrations({ connectionString: options.ownerUrl, logger: quiet });
    const applied = await applyFiles(client, options.folder);
    await grantAppRole(client, options.appRole, options.appPassword);
    const appUrl = new URL(options.ownerUrl);
    appUrl.username = options.appRole;
    appUrl.password = options.appPassword;
    return { applied, appUrl: appUrl.toString() };
  } finally {
    await client.end();
  }
}

async function applyFiles(client: pg.Client, folder: string): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations');
  const done = new Set(rows.map(row => row.name));
  const waiting = readdirSync(folder)
    .filter(name => name.endsWith('.sql') && !done.has(name))
    .sort();
  for (const name of waiting) {
    await client.query(`begin; ${readFileSync(join(folder, name), 'utf8')}`);
    await client.query('insert into schema_migrations (name) values ($1)', [name]);
    await client.query('commit');
  }
  return waiting;
}
