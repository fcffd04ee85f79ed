// For tests of the schema itself: a database with nothing in it, on the server of the test run.
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { newId } from '../ids/index.ts';
import { migrate } from './index.ts';

export const migrationsFolder = join(import.meta.dirname, '../../../migrations');

export interface EmptyDatabase {
  name: string;
  ownerUrl: string;
  appRole: string;
  /** Brings the schema up to date, from the product's own migrations unless another folder is given. */
  migrate(folder?: string): ReturnType<typeof migrate>;
  /** Runs one statement as the owner. */
  ask<Row extends pg.QueryResultRow>(statement: string, values?: unknown[]): Promise<Row[]>;
  /** Removes the database and its app role. */
  drop(): Promise<void>;
}

/** Makes an empty database and names an app role for it that does not exist yet. */
export async function makeEmptyDatabase(): Promise<EmptyDatabase> {
  const name = `empty_${newId().replaceAll('-', '')}`;
  const appRole = `${name}_app`;
  const ownerUrl = new URL(inject('postgresUrl'));
  await askOf(ownerUrl.toString(), `create database ${name}`);
  ownerUrl.pathname = `/${name}`;
  const url = ownerUrl.toString();
  return {
    name,
    ownerUrl: url,
    appRole,
    migrate: (folder = migrationsFolder) =>
      migrate({ ownerUrl: url, folder, appRole, appPassword: 'only-for-tests' }),
    ask: (statement, values) => askOf(url, statement, values),
    async drop() {
      await askOf(inject('postgresUrl'), `drop database ${name} with (force)`);
      await askOf(inject('postgresUrl'), `drop role if exists ${appRole}`);
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function askOf<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
