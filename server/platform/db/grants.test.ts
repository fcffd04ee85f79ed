import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { start } from '../../start.ts';
import { readConfig } from '../config/index.ts';
import { openLog } from '../log/index.ts';
import { askOf, type EmptyDatabase, makeEmptyDatabase, migrationsFolder } from './empty-database.story.ts';
import { migrate } from './index.ts';

let database: EmptyDatabase;
beforeEach(async () => {
  database = await makeEmptyDatabase();
});
afterEach(() => database.drop());

const refusal = /must neither be a superuser nor bypass row-level security nor own tables/;

describe('the role of the app', () => {
  it.each([
    ['is a superuser', 'superuser'],
    ['may pass row-level security', 'bypassrls'],
  ])('S36 is refused when it %s', async (_, attribute) => {
    await database.ask(`create role ${database.appRole} ${attribute}`);
    await expect(database.migrate()).rejects.toThrow(refusal);
  });

  it('S36 is refused when it owns a table', async () => {
    await database.migrate();
    await database.ask(`alter table tags owner to ${database.appRole}`);
    await expect(database.migrate()).rejects.toThrow(refusal);
  });

  it('S36 is refused when it can become the owner', async () => {
    await database.ask(`create role ${database.appRole}`);
    await database.ask(`grant guichet to ${database.appRole}`);
    await expect(database.migrate()).rejects.toThrow(refusal);
  });

  it('S36 loses what it must not have at the next start', async () => {
    await database.ask(`create role ${database.appRole} createdb createrole`);
    const { appUrl } = await database.migrate();
    const [role] = await database.ask(
      'select rolcreatedb, rolcreaterole, rolcanlogin from pg_roles where rolname = $1',
      [database.appRole],
    );
    expect(role).toEqual({ rolcreatedb: false, rolcreaterole: false, rolcanlogin: true });
    await database.ask(`grant update, delete on events to ${database.appRole}`);
    await database.migrate();
    for (const statement of [
      'delete from events',
      'update events set depth = 0',
      'delete from tickets',
      'delete from raw_mails',
      `update schema_migrations set name = ''`,
      'create table mine (a int)',
      'select from graphile_worker.jobs',
      'truncate agents',
    ])
      await expect([
        statement,
        await askOf(appUrl, statement).then(
          () => 'done',
          error => error.code,
        ),
      ]).toEqual([statement, '42501']);
  });

  it('S36 is made and renewed by an owner who is no superuser', async () => {
    const owner = database.name.replace('empty', 'owner');
    await database.ask(`create role ${owner} login createrole password 'x'`);
    await database.ask(`alter database ${database.name} owner to ${owner}`);
    const url = new URL(database.ownerUrl);
    url.username = owner;
    url.password = 'x';
    const options = { ownerUrl: url.toString(), folder: migrationsFolder, appRole: database.appRole };
    const first = await migrate({ ...options, appPassword: 'first' });
    const second = await migrate({ ...options, appPassword: 'second' });
    await expect(askOf(first.appUrl, 'select')).rejects.toMatchObject({ code: '28P01' });
    expect(
      await askOf(second.appUrl, `select enqueue_jobs('[{"identifier": "note", "payload": {}}]')`),
    ).toHaveLength(1);
    expect(await askOf(second.appUrl, 'show max_parallel_workers_per_gather')).toEqual([
      { max_parallel_workers_per_gather: '0' },
    ]);
    expect(await askOf(url.toString(), 'select task_identifier as task from graphile_worker.jobs')).toEqual([
      { task: 'note' },
    ]);
    await database.drop();
    await askOf(inject('postgresUrl'), `drop role ${owner}`);
    database = await makeEmptyDatabase();
  });

  it('S36 is alone in passing the doors that act with the owner’s rights', async () => {
    const { appUrl } = await database.migrate();
    const doors = await database.ask<{ door: string; everybody: boolean; app: boolean }>(
      `select proname as door, has_function_privilege('public', oid, 'execute') as everybody,
              has_function_privilege($1, oid, 'execute') as app
       from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
      [database.appRole],
    );
    expect(doors.length).toBeGreaterThan(2);
    expect(doors.filter(({ everybody, app }) => everybody || !app)).toEqual([]);
    expect(await askOf(appUrl, `select enqueue_jobs('[]')`)).toHaveLength(1);
  });
});

describe('starting', () => {
  it('S36 is refused on a database that may lose what it said it kept', async () => {
    await database.ask(`alter database ${database.name} set synchronous_commit = off`);
    const folder = mkdtempSync(join(tmpdir(), 'guichet-unsafe-'));
    const config = readConfig(
      { DATABASE_URL: database.ownerUrl, ROLES: 'clock', METRICS_PORT: 'off', LOG_LEVEL: 'silent' },
      folder,
    );
    await expect(start(config, openLog('silent'))).rejects.toThrow(
      /^the database is not safe to use: synchronous_commit is off; .*can lose mail/,
    );
    rmSync(folder, { recursive: true });
  });
});
