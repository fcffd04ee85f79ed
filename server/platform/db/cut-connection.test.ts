import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, it } from 'vitest';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld } from '../../testing/world.ts';

const desk = useDesk();

it('P4 F3 a connection that is cut between two statements fails its work and nothing else', async () => {
  const { velo } = await makeWorld(desk);
  const admin = new pg.Client({ connectionString: desk.ownerUrl });
  await admin.connect();
  const cut = velo.run(null, async ctx => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.tx);
    await admin.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    // An error that nobody hears would have ended the process by now.
    await pause(200);
    return ctx.tx.selectFrom('folders').select('id').execute();
  });
  await expect(cut).rejects.toThrow();
  await admin.end();
  expect(await velo.run(null, ctx => ctx.tx.selectFrom('folders').select('id').execute())).toHaveLength(1);
});
