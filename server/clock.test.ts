// Two processes with a clock each, eight days from now, on one database: every duty is done once.
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMailbox } from './channels/mail/index.ts';
import { startClock, tick } from './clock.ts';
import { addUpload } from './desk/messages/index.ts';
import { setStatus } from './desk/tickets/index.ts';
import { type Database, openDatabase } from './platform/db/index.ts';
import { newId } from './platform/ids/index.ts';
import type { Platform } from './platform/index.ts';
import { openLog } from './platform/log/index.ts';
import { useDesk } from './testing/desk.ts';
import { makeWorld, openByMail, type World } from './testing/world.ts';

const daysAhead = 8;
const desk = useDesk();
const errors: unknown[] = [];
let world: World;
let owner: pg.Client;
let pools: Database[];
let clocks: Platform[];

beforeAll(async () => {
  world = await makeWorld(desk);
  owner = new pg.Client({ connectionString: desk.ownerUrl });
  await owner.connect();
  pools = [1, 2].map(() => openDatabase({ url: desk.appUrl, max: 4 }));
  const log = Object.assign(openLog('silent'), { error: (...said: unknown[]) => errors.push(said) });
  clocks = pools.map(pool => {
    const now = () => new Date(Date.now() + daysAhead * 24 * 3600_000);
    return { ...desk, log, database: { ...pool, now } };
  });
});
afterAll(async () => {
  for (const pool of pools) await pool.close();
  await owner.end();
});
beforeEach(() => errors.splice(0));

/** Both clocks at once, a few times over; gives what went wrong. */
async function bothTick(): Promise<unknown[]> {
  for (let round = 0; round < 3; round++) await Promise.all([...clocks, ...clocks].map(tick));
  return errors;
}

async function count(statement: string, values: unknown[]): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${statement}`, values);
  return rows[0]!.n;
}

describe('two clocks on one database', () => {
  it('D-01 P2 close each ticket that was solved a week ago once, with one event each, in every workspace', async () => {
    const solved: string[] = [];
    for (const [company, agentId] of [
      [world.velo, world.lea],
      [world.acme, world.bob],
    ] as const) {
      for (let i = 0; i < 15; i++) {
        const { ticketId } = await openByMail(company, { sender: { name: '', email: `c${i}@x.example` } });
        await company.run(agentId, ctx => setStatus(ctx, ticketId, 'resolved'));
        solved.push(ticketId);
      }
    }
    const open = await openByMail(world.velo);
    expect(await bothTick()).toEqual([]);
    expect(await count(`tickets where status = 'closed' and id = any ($1)`, [solved])).toBe(30);
    const { rows } = await owner.query(
      `select ticket_id, count(*)::int as n from events where kind = 'ticket.closed' group by ticket_id`,
    );
    expect(rows.map(row => row.ticket_id).sort()).toEqual([...solved].sort());
    expect(rows.filter(row => row.n !== 1)).toEqual([]);
    expect(await count(`tickets where status = 'new' and id = $1`, [open.ticketId])).toBe(1);
  });

  it('P2 remove an upload that nobody attached, its row and its bytes', async () => {
    const stored = await desk.storage.put(Readable.from([Buffer.from('forgotten')]), 100);
    const file = { name: 'a.txt', type: 'text/plain', size: stored.size, sha256: stored.sha256 };
    const { id } = await world.velo.run(world.lea, ctx =>
      addUpload(ctx, { ...file, storageKey: stored.key }),
    );
    expect(await bothTick()).toEqual([]);
    expect(await count('files where id = $1', [id])).toBe(0);
    await expect(desk.storage.get(stored.key)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('P1 P2 give a mail that was left lying one job, not two', async () => {
    const input = { imap: null, smtp: null, folderId: null, teamId: null, language: 'fr' } as const;
    const flags = { acknowledges: true, usesPlusAddress: false, isEnabled: true };
    const box = await world.velo.run(null, ctx =>
      addMailbox(ctx, desk.secrets, { name: 'M', address: 'm@velo.example', ...input, ...flags }),
    );
    const [stuck, fresh] = [newId(), newId()];
    const insert = `insert into raw_mails (workspace_id, id, mailbox_id, source, message_id, content_hash, envelope_from,
      envelope_to, size, received_at, raw) values ($1, $2, $3, 'lmtp', $4, '', '', '', 1, now() - $5::interval, 'x')`;
    await owner.query(insert, [world.velo.id, stuck, box.id, '<stuck>', '3 minutes']);
    await owner.query(insert, [world.velo.id, fresh, box.id, '<fresh>', '1 minute']);
    expect(await bothTick()).toEqual([]);
    expect(await count('graphile_worker.jobs where key = $1', [`mail:${stuck}`])).toBe(1);
    expect(await count('graphile_worker.jobs where key = $1', [`mail:${fresh}`])).toBe(0);
  });

  it('S28 forget answers after a day and sessions that are over', async () => {
    await owner.query(
      `insert into idempotency_keys (workspace_id, actor_id, key, request_hash) values ($1, $2, 'k', '')`,
      [world.velo.id, world.lea],
    );
    await owner.query(
      `insert into sessions (token_hash, id, identity_id, created_at, last_seen_at, expires_at, address, device)
       select 'over', gen_random_uuid(), id, now(), now(), now() + interval '1 day', '', '' from identities limit 1`,
    );
    expect(await bothTick()).toEqual([]);
    expect(await count('idempotency_keys where workspace_id = $1', [world.velo.id])).toBe(0);
    expect(await count(`sessions where token_hash = $1`, [Buffer.from('over')])).toBe(0);
  });

  it('go on with the other duties when one fails, and say which', async () => {
    const { ticketId } = await openByMail(world.velo);
    await world.velo.run(world.lea, ctx => setStatus(ctx, ticketId, 'resolved'));
    const stored = await desk.storage.put(Readable.from([Buffer.from('stays')]), 100);
    const file = { name: 'a.txt', type: 'text/plain', size: stored.size, sha256: stored.sha256 };
    const { id } = await world.velo.run(world.lea, ctx =>
      addUpload(ctx, { ...file, storageKey: stored.key }),
    );
    const remove = () => Promise.reject(new Error('the disk is away'));
    const clock = startClock({ ...clocks[0]!, storage: { ...desk.storage, remove } }, 3_600_000);
    await clock.stop();
    expect(errors).toMatchObject([
      [{ duty: 'remove uploads that nobody attached', workspaceId: world.velo.id }, 'clock'],
    ]);
    expect(await count('files where id = $1', [id])).toBe(1);
    expect(await count(`tickets where status = 'closed' and id = $1`, [ticketId])).toBe(1);
  });
});
