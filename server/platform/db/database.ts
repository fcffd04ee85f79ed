import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { isId } from '../ids/index.ts';
import type { Ctx, Scope } from './context.ts';
import { nameStatements } from './statements.ts';

/** Each room adds its tables to this by declaration merging, beside the code that writes them. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms fill it
export interface Tables {}
export type Db = Kysely<Tables>;
export type Database = ReturnType<typeof openDatabase>;

const beforeCommits = new WeakMap<Db, (() => Promise<void>)[]>();
const afterCommits = new WeakMap<Db, (() => void)[]>();

/** Has work done as the last of a transaction, just before it commits. Gives false where none is open on `tx`. */
export function beforeCommit(tx: Db, work: () => Promise<void>): boolean {
  const lastWork = beforeCommits.get(tx);
  lastWork?.push(work);
  return lastWork !== undefined;
}

/** Has a word said once the transaction on `tx` is committed; never said when it is rolled back. */
export function afterCommit(tx: Db, say: () => void): void {
  afterCommits.get(tx)?.push(say);
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Milliseconds after which a cut link or a stuck statement is given up. node-postgres alone would hang for over 20 s. */
const limits = {
  connectionTimeoutMillis: 4_000,
  query_timeout: 20_000,
  statement_timeout: 15_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 15_000,
};

/**
 * Opens the pool of the app's role. Every statement about a workspace goes through `run`, which sets that workspace for
 * its one transaction; without it, row-level security shows nothing.
 */
export function openDatabase(options: {
  url: string;
  max?: number;
  preparesStatements?: boolean;
  onError?: (error: Error) => void;
}) {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 16,
    application_name: 'guichet',
    ...limits,
  });
  pool.on('error', error => options.onError?.(error));
  // The pool listens only to connections that rest: one that is cut between two statements would end the process.
  pool.on('connect', client => client.on('error', error => options.onError?.(error)));
  if (options.preparesStatements !== false) pool.on('connect', nameStatements);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let clockSkew = 0;

  async function transaction<T>(begin: string, work: (tx: Db) => Promise<T>): Promise<T> {
    return kysely.connection().execute(async connection => {
      await sql.raw(begin).execute(connection);
      const lastWork: (() => Promise<void>)[] = [];
      beforeCommits.set(connection, lastWork);
      const words: (() => void)[] = [];
      afterCommits.set(connection, words);
      let result: T;
      try {
        result = await work(connection);
        for (const last of lastWork) await last();
      } catch (error) {
        await sql
          .raw('rollback')
          .execute(connection)
          .catch(() => {});
        throw error;
      }
      await sql.raw('commit').execute(connection);
      for (const say of words) say();
      return result;
    });
  }

  /** Gives the result as soon as it is read: the end of a transaction that wrote nothing decides nothing. */
  function reading<T>(begin: string, work: (tx: Db) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      kysely
        .connection()
        .execute(async connection => {
          await sql.raw(begin).execute(connection);
          await work(connection).then(resolve, reject);
          await sql.raw('rollback').execute(connection);
        })
        .catch(reject);
    });
  }

  const settingOf = (scope: Scope) => {
    if (!isId(scope.workspaceId)) throw new Error('a workspace id is not a uuid');
    // A checked literal: set_config() would not travel to the workers of Citus.
    return `set local app.workspace = '${scope.workspaceId}'`;
  };

  return {
    pool,

    /** The database's present time, from the last measured difference to this process's clock. */
    now: () => new Date(Date.now() + clockSkew),

    /** Measures that difference anew. To be called at start and every few seconds. */
    async measureClock(): Promise<void> {
      const sentAt = Date.now();
      const { rows } = await pool.query<{ now: Date }>('select clock_timestamp() as now');
      clockSkew = rows[0]!.now.getTime() - (sentAt + Date.now()) / 2;
    },

    /** Runs work in one transaction of one workspace. Commits when it resolves, rolls back when it throws. */
    run<T>(scope: Scope, work: (ctx: Ctx) => Promise<T>): Promise<T> {
      const now = this.now();
      return transaction(`begin; ${settingOf(scope)}`, tx =>
        work({ ...scope, language: scope.language ?? 'en', onlyFolders: scope.onlyFolders ?? null, now, tx }),
      );
    },

    /** The same for queries: the database refuses any write. */
    read<T>(scope: Scope, work: (ctx: Ctx) => Promise<T>): Promise<T> {
      const now = this.now();
      return reading(`begin read only; ${settingOf(scope)}`, tx =>
        work({ ...scope, language: scope.language ?? 'en', onlyFolders: scope.onlyFolders ?? null, now, tx }),
      );
    },

    /** Runs work in one transaction outside any workspace: only the tables without one are visible. */
    outside<T>(work: (tx: Db, now: Date) => Promise<T>): Promise<T> {
      return transaction('begin', tx => work(tx, this.now()));
    },

    close: () => kysely.destroy(),
  };
}
