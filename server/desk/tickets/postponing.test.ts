import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../platform/db/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { reply } from '../messages/index.ts';
import { ticketDetailOf } from './detail.ts';
import { historyOf } from './history.ts';
import { wakePostponed } from './postponing.ts';
import { setStatus } from './status.ts';

const desk = useDesk();
const hour = 3600_000;
let world: World;
let karim: Browser;
let base: string;
let second: Database;

beforeAll(async () => {
  world = await makeWorld(desk);
  base = `/api/w/${world.velo.slug}/tickets`;
  karim = await openBrowser(desk, 'karim@velo.example');
  second = openDatabase({ url: desk.appUrl, max: 4 });
});
afterAll(() => second.close());

const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const postpone = (id: string, until = inHours(2), reason = '') =>
  karim.send('PUT', `${base}/${id}/postponement`, { until, reason });
const detail = (id: string) => world.velo.run(world.lea, ctx => ticketDetailOf(ctx, id));
const later = (hours: number, database = desk.database) =>
  database.run({ workspaceId: world.velo.id, actor: { type: 'system', id: null, via: 'clock' } }, ctx =>
    wakePostponed({ ...ctx, now: new Date(Date.now() + hours * hour) }),
  );
const answer = (id: string) =>
  world.velo.run(world.lea, ctx =>
    reply(ctx, desk.secrets, id, { html: '<p>Oui</p>', fileIds: [], status: 'pending' }),
  );

describe('postponing', () => {
  it('D-01 LIV-12 puts a ticket on hold until then, with the reason as a note, and History tells it', async () => {
    const { ticketId } = await openByMail(world.velo);
    const until = inHours(5);
    const { body } = await postpone(ticketId, until, 'Pièce <commandée>');
    expect(body).toMatchObject({
      status: 'on_hold',
      postponedUntil: until,
      postponedBy: world.karim,
      waitingSince: null,
    });
    const { messages } = (await karim.send('GET', `${base}/${ticketId}/messages`)).body;
    expect(messages.at(-1)).toMatchObject({ kind: 'note', text: 'Pièce <commandée>' });
    const lines = await world.velo.run(world.lea, ctx => historyOf(ctx, ticketId, 5));
    expect(lines[1]).toMatchObject({
      kind: 'ticket.postponed',
      changes: { status: ['new', 'on_hold'], postponedUntil: [null, until] },
    });
  });

  it('D-01 stands in a view of its own, out of the inbox unless that is filtered for it', async () => {
    const { ticketId } = await openByMail(world.velo);
    await postpone(ticketId);
    const ids = async (query: string) =>
      (await karim.send('GET', `${base}?${query}`)).body.tickets.map((one: { id: string }) => one.id);
    expect(await ids('view=inbox')).not.toContain(ticketId);
    expect(await ids('view=on-hold')).toContain(ticketId);
    expect(await ids('view=inbox&status=on_hold')).toContain(ticketId);
    expect(await ids('view=all')).toContain(ticketId);
    const counts = (await karim.send('GET', `${base}/counts`)).body.views;
    expect(counts['on-hold']).toBe((await ids('view=on-hold')).length);
  });

  it.each([
    ['new', async () => {}],
    ['pending', answer],
    [
      'open',
      async (id: string) => {
        await answer(id);
        await openByMail(world.velo, { joins: id });
      },
    ],
  ] as const)('D-01 the clock brings back what was %s, with its wait', async (status, prepare) => {
    const { ticketId } = await openByMail(world.velo);
    await prepare(ticketId);
    const before = await detail(ticketId);
    await postpone(ticketId, inHours(30));
    await later(29);
    expect((await detail(ticketId)).status).toBe('on_hold');
    await later(31);
    expect(await detail(ticketId)).toMatchObject({
      status,
      postponedUntil: null,
      postponedBy: null,
      waitingSince: before.waitingSince,
    });
    const [line] = await world.velo.run(world.lea, ctx => historyOf(ctx, ticketId, 1));
    expect(line).toMatchObject({ kind: 'ticket.woken', facts: { reason: 'due' }, actor: { type: 'system' } });
  });

  it('D-01 moving the date keeps what it comes back to', async () => {
    const { ticketId } = await openByMail(world.velo);
    await answer(ticketId);
    await postpone(ticketId, inHours(40));
    await postpone(ticketId, inHours(60));
    await later(41);
    expect((await detail(ticketId)).status).toBe('on_hold');
    const woken = await karim.send('DELETE', `${base}/${ticketId}/postponement`);
    expect(woken.body).toMatchObject({ status: 'pending', postponedUntil: null });
  });

  it('D-01 the customer’s message brings it back at once', async () => {
    const fresh = await openByMail(world.velo);
    await postpone(fresh.ticketId);
    await openByMail(world.velo, { joins: fresh.ticketId });
    expect(await detail(fresh.ticketId)).toMatchObject({ status: 'new', postponedUntil: null });
    const answered = await openByMail(world.velo);
    await answer(answered.ticketId);
    await postpone(answered.ticketId);
    await openByMail(world.velo, { joins: answered.ticketId });
    expect(await detail(answered.ticketId)).toMatchObject({ status: 'open', postponedUntil: null });
  });

  it('D-01 an answer or another status ends it too, and the clock has nothing left to do', async () => {
    const one = await openByMail(world.velo);
    await postpone(one.ticketId);
    await answer(one.ticketId);
    const other = await openByMail(world.velo);
    await postpone(other.ticketId);
    await world.velo.run(world.lea, ctx => setStatus(ctx, other.ticketId, 'resolved'));
    await later(3);
    expect(await detail(one.ticketId)).toMatchObject({ status: 'pending', postponedUntil: null });
    expect(await detail(other.ticketId)).toMatchObject({ status: 'resolved', postponedUntil: null });
  });

  it('LIV-12 refuses the past, the far future and a solved ticket, each with its reason', async () => {
    const { ticketId } = await openByMail(world.velo);
    expect((await postpone(ticketId, inHours(-1))).body.error).toBe('postponed-to-past');
    expect((await postpone(ticketId, inHours(24 * 800))).body.error).toBe('postponed-too-far');
    await world.velo.run(world.lea, ctx => setStatus(ctx, ticketId, 'resolved'));
    expect((await postpone(ticketId)).body.error).toBe('ticket-not-active');
  });

  it('P2 two processes bring each ticket back once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) {
      const { ticketId } = await openByMail(world.velo);
      await postpone(ticketId, inHours(100));
      ids.push(ticketId);
    }
    await Promise.all([later(101), later(101, second), later(101), later(101, second)]);
    for (const id of ids) {
      const lines = await world.velo.run(world.lea, ctx => historyOf(ctx, id, 20));
      expect(lines.filter(line => line.kind === 'ticket.woken')).toHaveLength(1);
    }
  });
});
