import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';

const desk = useDesk();
let world: World;
let app: pg.Client;
let owner: pg.Client;
let ticketId: string;
beforeAll(async () => {
  world = await makeWorld(desk);
  ({ ticketId } = await openByMail(world.velo));
  app = new pg.Client({ connectionString: desk.appUrl });
  owner = new pg.Client({ connectionString: desk.ownerUrl });
  await app.connect();
  await owner.connect();
});
afterAll(async () => {
  await app.end();
  await owner.end();
});

/** Runs one statement in a transaction of a workspace, then rolls back. */
async function tryIt(client: pg.Client, workspaceId: string | null, text: string, values: unknown[] = []) {
  await client.query('begin');
  try {
    if (workspaceId) await client.query(`set local app.workspace = '${workspaceId}'`);
    return await client.query(text, values);
  } finally {
    await client.query('rollback');
  }
}

describe('what the database itself refuses', () => {
  it('LIV-05 an update of a ticket without an event', async () => {
    await expect(
      tryIt(app, world.velo.id, `update tickets set subject = 'x' where workspace_id = $1 and id = $2`, [
        world.velo.id,
        ticketId,
      ]),
    ).rejects.toThrow(/only together with an event/);
  });

  it('LIV-05 an update with an event of the past, or of another ticket', async () => {
    const other = await openByMail(world.velo);
    const update = 'update tickets set subject = $3, last_event_id = $4 where workspace_id = $1 and id = $2';
    await expect(
      tryIt(app, world.velo.id, update, [world.velo.id, ticketId, 'x', other.eventId]),
    ).rejects.toThrow(/only together with an event/);
  });

  it('LIV-05 a ticket made without an event', async () => {
    const copy = `insert into tickets select * from tickets where workspace_id = $1 and id = $2`;
    await expect(tryIt(app, world.velo.id, copy, [world.velo.id, ticketId])).rejects.toThrow(
      /only together with an event/,
    );
  });

  it('LIV-05 S27 any update, delete or truncate of an event, for the app and even for the owner', async () => {
    for (const [client, what] of [
      [app, /permission denied/],
      [owner, /only ever added to/],
    ] as const) {
      await expect(tryIt(client, world.velo.id, `update events set kind = 'x'`)).rejects.toThrow(what);
      await expect(tryIt(client, world.velo.id, 'delete from events')).rejects.toThrow(what);
      await expect(tryIt(client, world.velo.id, 'truncate events')).rejects.toThrow(what);
    }
  });

  it('QCX-13 D-06 a changed snapshot, even with an event', async () => {
    for (const change of [
      `requester_name = 'x'`,
      `requester_email = 'x@y.example'`,
      'received_at = now()',
      'number = 4711',
    ]) {
      const statement = `with e as (select 1) update tickets set ${change}, last_event_id = $3 where workspace_id = $1 and id = $2`;
      await app.query('begin');
      await app.query(`set local app.workspace = '${world.velo.id}'`);
      const eventId = '01999999-0000-7000-8000-000000000001';
      await app.query(
        `insert into events (workspace_id, id, ticket_id, kind, actor_type, actor_via, changes, facts, at) values ($1, $2, $3, 'ticket.filed', 'system', 'test', '{}', '{}', now())`,
        [world.velo.id, eventId, ticketId],
      );
      await expect(app.query(statement, [world.velo.id, ticketId, eventId])).rejects.toThrow(
        /snapshot of a ticket never changes/,
      );
      await app.query('rollback');
    }
  });

  it('S16 every row of another workspace, also without a workspace set', async () => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('directory', 'memberships')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const foreign = await tryIt(app, world.acme.id, `select 1 from ${name} where workspace_id = $1`, [
        world.velo.id,
      ]);
      const none = await tryIt(app, null, `select 1 from ${name}`);
      expect([name, foreign.rowCount, none.rowCount]).toEqual([name, 0, 0]);
    }
  });

  it('S16 a row written into another workspace', async () => {
    await expect(
      tryIt(
        app,
        world.acme.id,
        `insert into folders (workspace_id, id, name) values ($1, gen_random_uuid(), 'spy')`,
        [world.velo.id],
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('S16 S36 forced row-level security on every table with a workspace; the app’s role is no owner and no superuser', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(rows.map(row => row.name).sort()).toEqual(['directory', 'memberships']);
    const { rows: role } = await app.query(
      `select rolsuper, rolbypassrls, (select count(*)::int from pg_tables where tableowner = current_user) as owned from pg_roles where rolname = current_user`,
    );
    expect(role[0]).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 });
  });
});
