import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { addTeam } from '../people/index.ts';
import { assign } from './assignment.ts';
import { nextTicket } from './next-ticket.ts';
import { overviewOf } from './overview.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
let nina: Browser;
let base: string;
let teamId: string;
const ids: string[] = [];
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

beforeAll(async () => {
  world = await makeWorld(desk);
  base = `/api/w/${world.velo.slug}`;
  [lea, karim, nina] = (await Promise.all(
    ['lea', 'karim', 'nina'].map(name => openBrowser(desk, `${name}@velo.example`)),
  )) as [Browser, Browser, Browser];
  for (const hours of [40, 30, 20, 10])
    ids.push((await openByMail(world.velo, { at: hoursAgo(hours), subject: `${hours}` })).ticketId);
  await world.velo.run(world.lea, async ctx => {
    teamId = (await addTeam(ctx, { name: 'Atelier', agentIds: [world.karim] })).id;
    await assign(ctx, ids[0]!, world.karim);
    await assign(ctx, ids[1]!, world.lea);
  });
});
afterAll(() => Promise.all([lea, karim, nina].map(one => one?.close())));

const view = (change: object = {}) => ({
  name: 'À personne',
  visibility: 'private',
  query: { view: 'unanswered', assignee: ['nobody'] },
  ...change,
});
const namesFor = async (browser: Browser) =>
  (await browser.send('GET', `${base}/desk`)).body.views.map((one: { name: string }) => one.name);

describe('saved views', () => {
  it('are seen by their owner, by a team or by everyone, and counted for who looks', async () => {
    const mine = await karim.send('POST', `${base}/views`, view());
    expect(mine.body).toMatchObject({ name: 'À personne', mayChange: true, ownerId: world.karim });
    const team = await karim.send(
      'POST',
      `${base}/views`,
      view({ name: 'Atelier', visibility: 'team', teamId }),
    );
    expect(team.status).toBe(200);
    const all = await karim.send(
      'POST',
      `${base}/views`,
      view({
        name: 'Les miens',
        visibility: 'everyone',
        query: { view: 'inbox', assignee: ['me'], age: '35' },
      }),
    );
    expect(await namesFor(karim)).toEqual(
      ['À personne', 'Atelier', 'Les miens'].sort((a, b) => a.localeCompare(b)),
    );
    expect(await namesFor(nina)).toEqual(['Les miens']);
    // An administrator sees what is shared, so as to tidy it up.
    expect(await namesFor(lea)).toEqual(['Atelier', 'Les miens']);

    const counts = (await karim.send('GET', `${base}/tickets/counts`)).body.saved;
    expect(counts).toEqual({
      [mine.body.id]: { count: 2, isMore: false },
      [team.body.id]: { count: 2, isMore: false },
      [all.body.id]: { count: 1, isMore: false },
    });
    const ninas = (await nina.send('GET', `${base}/tickets/counts`)).body.saved;
    expect(ninas).toEqual({ [all.body.id]: { count: 0, isMore: false } });
  });

  it('S19 are changed and deleted by their owner, shared ones by administrators too, and by nobody else', async () => {
    const { views } = (await lea.send('GET', `${base}/views`)).body;
    const shared = `${base}/views/${views.find((one: { name: string }) => one.name === 'Les miens').id}`;
    const hidden = (await karim.send('GET', `${base}/views`)).body.views.find(
      (one: { visibility: string }) => one.visibility === 'private',
    );
    expect((await nina.send('PATCH', shared, { name: 'x' })).status).toBe(403);
    expect((await nina.send('DELETE', shared)).status).toBe(403);
    expect((await lea.send('PATCH', `${base}/views/${hidden.id}`, { name: 'x' })).status).toBe(404);
    expect((await lea.send('PATCH', shared, { name: 'À moi' })).body).toMatchObject({
      name: 'À moi',
      query: { age: '35' },
      ownerId: world.karim,
    });
    const narrowed = { view: 'inbox', assignee: ['me'], priority: ['high'], sort: 'recent' };
    expect((await karim.send('PATCH', shared, { query: narrowed })).body.query).toEqual(narrowed);
    expect((await karim.send('DELETE', shared)).status).toBe(204);
    expect(await namesFor(nina)).toEqual([]);
  });

  it('ask for a team that is there and that one belongs to', async () => {
    const bad = { visibility: 'team' };
    expect((await karim.send('POST', `${base}/views`, view(bad))).body.facts.fields).toEqual({
      teamId: 'required',
    });
    expect((await nina.send('POST', `${base}/views`, view({ ...bad, teamId }))).status).toBe(403);
    const unknown = await karim.send('POST', `${base}/views`, view({ query: { view: 'nowhere' } }));
    expect(unknown.status).toBe(422);
  });
});

describe('the day', () => {
  it('LIV-38 goes on with what is mine or nobody’s, the longest waiting first, and with colleagues’ only then', async () => {
    const next = (after?: string, agent = world.nina) =>
      world.velo.run(agent, async ctx => (await nextTicket(ctx, after))?.id);
    expect(await next()).toBe(ids[2]);
    expect(await next(ids[2])).toBe(ids[3]);
    expect(await next(undefined, world.lea)).toBe(ids[1]);
    await world.velo.run(world.lea, async ctx => {
      await assign(ctx, ids[2]!, world.lea);
      await assign(ctx, ids[3]!, world.lea);
    });
    expect(await next()).toBe(ids[0]);
    expect(await next(ids[0])).toBe(ids[1]);
  });

  it('LIV-26 LUM-16 counts each agent’s tickets by status, with the longest wait', async () => {
    await world.velo.run(world.lea, ctx => assign(ctx, ids[3]!, null));
    const { agents } = await world.velo.run(world.nina, ctx => overviewOf(ctx));
    const of = (agentId: string | null) => agents.find(line => line.agentId === agentId);
    expect(of(world.lea)).toMatchObject({ new: 2, open: 0, pending: 0, escalated: 0 });
    expect(of(world.karim)).toMatchObject({ new: 1 });
    expect(of(null)).toMatchObject({ new: 1 });
    const since = Date.parse(of(world.lea)!.oldestWaitingSince!);
    expect(Math.round((Date.now() - since) / 3_600_000)).toBe(30);
    const direct = await world.velo.run(null, ctx =>
      sql<{
        count: number;
      }>`select count(*)::int as count from tickets where workspace_id = ${world.velo.id}`.execute(ctx.tx),
    );
    expect(agents.reduce((sum, line) => sum + line.new + line.open + line.pending, 0)).toBe(
      direct.rows[0]!.count,
    );
  });
});

describe('the settings of tickets', () => {
  it('CHP-13 D-10 the thresholds are the workspace’s own, for colours and filters alike', async () => {
    const red = async () =>
      (await nina.send('GET', `${base}/tickets?view=inbox&age=red`)).body.tickets.length;
    expect((await nina.send('GET', `${base}/desk`)).body.ticketSettings).toEqual({
      ageing: { basis: 'waiting', yellowMinutes: 1080, redMinutes: 1440 },
    });
    expect(await red()).toBe(2);
    const set = (ageing: object) => lea.send('PUT', `${base}/ticket-settings`, { ageing });
    expect((await set({ basis: 'creation', yellowMinutes: 60, redMinutes: 15 * 60 })).status).toBe(200);
    expect(await red()).toBe(3);
    const wrong = await set({ basis: 'waiting', yellowMinutes: 60, redMinutes: 60 });
    expect([wrong.status, wrong.body.facts.fields]).toEqual([422, { 'ageing.redMinutes': 'too_small' }]);
    expect((await set({ basis: 'waiting', yellowMinutes: 0, redMinutes: 60 })).status).toBe(422);
    const agents = await nina.send('PUT', `${base}/ticket-settings`, {
      ageing: { basis: 'waiting', yellowMinutes: 1, redMinutes: 2 },
    });
    expect(agents.status).toBe(403);
  });

  it('organisations are found by how their names start', async () => {
    const found = async (q: string) =>
      (await nina.send('GET', `${base}/organisations?q=${encodeURIComponent(q)}`)).body.organisations;
    const [one] = await found('CLIENT');
    expect(one.name).toBe('client.example');
    expect(await found('lient')).toEqual([]);
    expect((await nina.send('GET', `${base}/organisations?id=${one.id}`)).body.organisations).toEqual([one]);
  });
});
