import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { openDatabase } from '../db/index.ts';
import { startOfTail, tail } from './index.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

describe('reading the log', () => {
  it('an event of a slow transaction is not overtaken by a later one that commits first', async () => {
    let cursor = await world.velo.run(null, ctx => startOfTail(ctx.tx));
    const seen: string[] = [];
    const read = async () => {
      const found = await world.velo.run(null, ctx => tail(ctx.tx, world.velo.id, cursor));
      cursor = found.cursor;
      seen.push(...found.events.map(event => event.id));
    };
    const slow = new pg.Client({ connectionString: desk.appUrl });
    await slow.connect();
    await slow.query('begin');
    await slow.query(`set local app.workspace = '${world.velo.id}'`);
    const slowId = '00000000-0000-7000-8000-00000000abcd';
    await slow.query(
      `insert into events (workspace_id, id, ticket_id, kind, actor_type, actor_via, changes, facts, at) values ($1, $2, $2, 'ticket.filed', 'system', 'test', '{}', '{}', now())`,
      [world.velo.id, slowId],
    );
    const quick = await openByMail(world.velo);
    await read();
    expect(seen).toEqual([]);
    await slow.query('commit');
    await slow.end();
    for (const end = Date.now() + 10_000; seen.length < 2 && Date.now() < end; ) await read();
    expect([...seen].sort()).toEqual([slowId, quick.eventId].sort());
  });

  it('LIV-01 with two processes writing at once, numbers are unique and a reader sees every event once', async () => {
    const second = openDatabase({ url: desk.appUrl, max: 6 });
    let cursor = await world.velo.run(null, ctx => startOfTail(ctx.tx));
    const seen: string[] = [];
    // Anybody's open transaction on the server holds the reader back for a while: it is never early, and so may be late.
    const patience = AbortSignal.timeout(10_000);
    const reader = (async () => {
      while (seen.length < 60 && !patience.aborted) {
        const found = await world.velo.run(null, ctx => tail(ctx.tx, world.velo.id, cursor, 20));
        cursor = found.cursor;
        seen.push(...found.events.map(event => event.id));
      }
    })();
    const other = {
      ...world.velo,
      run: ((_agent, work) =>
        second.run(
          { workspaceId: world.velo.id, actor: { type: 'system', id: null, via: 'test' } },
          work,
        )) as World['velo']['run'],
    };
    const opened = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        openByMail(i % 2 ? world.velo : other, { sender: { name: '', email: `c${i}@client.example` } }),
      ),
    );
    await reader;
    const late = await world.velo.run(null, ctx => tail(ctx.tx, world.velo.id, cursor));
    expect(late.events).toEqual([]);
    await second.close();
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual(opened.map(one => one.eventId).sort());
    // LIV-01: unique and rising, from two processes.
    const numbers = opened.map(one => one.number).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(60);
    expect(numbers.at(-1)! - numbers[0]!).toBe(59);
  });
});
