import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmptyDatabase, makeEmptyDatabase, migrationsFolder } from './empty-database.story.ts';

const all = readdirSync(migrationsFolder).sort();
let database: EmptyDatabase;
let folder: string;
beforeEach(async () => {
  database = await makeEmptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'guichet-migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Everything that a migration can leave behind, of the product and of the queue, as lines of text. */
async function schema(): Promise<string[]> {
  const rows = await database.ask<{ line: string }>(`
    select format('column %s.%s.%s %s %s %s', table_schema, table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema in ('public', 'graphile_worker')
    union all select indexdef from pg_indexes where schemaname in ('public', 'graphile_worker')
    union all select format('policy %s %s %s %s', tablename, policyname, roles, qual) from pg_policies
    union all select format('function %s %s %s %s', p.oid::regprocedure, md5(prosrc), prosecdef, proacl)
      from pg_proc p where pronamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
    union all select format('relation %s %s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity, relacl)
      from pg_class where relnamespace = 'public'::regnamespace
    union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select format('trigger %s %s', tgrelid::regclass, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    order by 1`);
  return rows.map(row => row.line);
}

const locks = () =>
  database.ask(`select from pg_locks where locktype = 'advisory' and database =
    (select oid from pg_database where datname = current_database())`);
const migrated = async () =>
  (await database.ask<{ name: string }>('select name from schema_migrations order by name')).map(
    row => row.name,
  );

describe('migrating', () => {
  it('applies each file once; a second time changes nothing', async () => {
    expect((await database.migrate()).applied).toEqual(all);
    const first = await schema();
    expect(first.length).toBeGreaterThan(200);
    expect((await database.migrate()).applied).toEqual([]);
    expect(await schema()).toEqual(first);
    expect(await migrated()).toEqual(all);
  });

  it.each([
    'an empty',
    'an older',
  ])('of processes that start at once on %s database, one migrates and all go on', async age => {
    if (age === 'an older') await database.migrate();
    writeFileSync(join(folder, '9999-slow.sql'), 'create table slow (a int); select pg_sleep(0.3);');
    const starts = await Promise.all(Array.from({ length: 4 }, () => database.migrate(folder)));
    const applied = starts.map(one => one.applied.length).filter(count => count > 0);
    expect(applied).toEqual([age === 'an older' ? 1 : all.length + 1]);
    expect(await migrated()).toEqual([...all, '9999-slow.sql']);
    expect(await locks()).toEqual([]);
  });

  it.each([
    ['a wrong statement', 'create table half (a int); select wrong;'],
    [
      'a constraint that fails at the end',
      `create table half (a int primary key, b int references half deferrable
      initially deferred); insert into half values (1, 2);`,
    ],
  ])('leaves nothing behind when a file fails by %s, and the lock free', async (_, statements) => {
    await database.migrate();
    const before = await schema();
    writeFileSync(join(folder, '9998-good.sql'), 'create table whole (a int);');
    writeFileSync(join(folder, '9999-bad.sql'), statements);
    await expect(database.migrate(folder)).rejects.toThrow(/wrong|violates/);
    expect(await locks()).toEqual([]);
    expect(await migrated()).toEqual([...all, '9998-good.sql']);
    expect(await database.ask(`select from pg_class where relname = 'half'`)).toEqual([]);
    await database.ask('drop table whole');
    expect(await schema()).toEqual(before);
    writeFileSync(join(folder, '9999-bad.sql'), 'create table half (a int);');
    expect((await database.migrate(folder)).applied).toEqual(['9999-bad.sql']);
  });
});
