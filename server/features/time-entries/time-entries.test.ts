import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../desk/tickets/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { amountOf } from './amounts.ts';
import { cell } from './csv.ts';
import { addEntry, startTimer, stopTimer, timeOf, timerOf } from './index.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
let base: string;
beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  karim = await openBrowser(desk, 'karim@velo.example');
  base = `/api/w/${world.velo.slug}`;
});
afterAll(async () => {
  await lea?.close();
  await karim?.close();
});

const entry = { minutes: 90, day: '2026-03-02', note: 'Freins', isBillable: true };

/** A customer of an organisation of its own. */
async function ticket() {
  const domain = `${randomUUID().slice(0, 8)}.example`;
  const opened = await openByMail(world.velo, { sender: { name: 'Anne', email: `anne@${domain}` } });
  const row = await world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('tickets')
      .select('organisation_id')
      .where('id', '=', opened.ticketId)
      .executeTakeFirstOrThrow(),
  );
  return { ...opened, path: `${base}/tickets/${opened.number}`, organisationId: row.organisation_id! };
}

const setRate = (body: object) =>
  lea.send('PUT', `${base}/time-rates`, { agentId: null, organisationId: null, currency: 'EUR', ...body });

describe('time noted on a ticket', () => {
  it('ZOH-16 sums billable and other time, and keeps the rate that held when it was noted', async () => {
    const { path, organisationId } = await ticket();
    expect((await karim.send('POST', `${path}/time`, entry)).body.rate).toBeNull();
    await setRate({ agentId: world.karim, hourly: 6000 });
    await karim.send('POST', `${path}/time`, { ...entry, minutes: 20 });
    await setRate({ organisationId, hourly: 9000 });
    await karim.send('POST', `${path}/time`, { ...entry, minutes: 10 });
    await setRate({ agentId: world.karim, hourly: 1 });
    await karim.send('POST', `${path}/time`, { ...entry, minutes: 5, isBillable: false });
    const { body } = await karim.send('GET', `${path}/time`);
    expect(body).toMatchObject({
      billableMinutes: 120,
      otherMinutes: 5,
      amounts: [{ minor: 2000 + 1500, currency: 'EUR' }],
    });
    expect(
      body.entries.map((one: { amount: { minor: number } | null }) => one.amount?.minor ?? null),
    ).toEqual([null, 1500, 2000, null]);
  });

  it('ZOH-16 only whoever noted it changes or removes it, and History tells each', async () => {
    const { path, ticketId } = await ticket();
    const { id } = (await karim.send('POST', `${path}/time`, entry)).body;
    const own = `${base}/time-entries/${id}`;
    const foreign = await lea.send('PATCH', own, { ...entry, minutes: 1 });
    expect([foreign.status, foreign.body.error]).toEqual([403, 'entry-not-yours']);
    expect((await lea.send('DELETE', own)).status).toBe(403);
    expect((await karim.send('PATCH', own, { ...entry, minutes: 60 })).body.minutes).toBe(60);
    expect((await karim.send('PATCH', own, { ...entry, minutes: 60 })).status).toBe(200);
    expect((await karim.send('DELETE', own)).status).toBe(204);
    const lines = await world.velo.run(null, ctx => historyOf(ctx, ticketId, 20));
    expect(lines.map(line => [line.kind, line.changes.minutes])).toEqual([
      ['time.removed', [60, null]],
      ['time.edited', [90, 60]],
      ['time.added', [null, 90]],
      ['ticket.opened', undefined],
    ]);
  });

  it('ZOH-16 refuses what is no duration or no day, naming the field', async () => {
    const { path } = await ticket();
    for (const [field, value] of [
      ['minutes', 0],
      ['minutes', 1441],
      ['minutes', 1.5],
      ['day', '2026-02-30'],
      ['day', 'hier'],
    ] as const) {
      const answer = await karim.send('POST', `${path}/time`, { ...entry, [field]: value });
      expect([answer.status, Object.keys(answer.body.facts.fields)]).toEqual([422, [field]]);
    }
  });

  it('ZOH-16 money is rounded to whole units of its currency', () => {
    const rate = { hourly: 100, currency: 'EUR' };
    expect(amountOf({ minutes: 1, isBillable: true, rate })?.minor).toBe(2);
    expect(amountOf({ minutes: 20, isBillable: true, rate })?.minor).toBe(33);
    expect(amountOf({ minutes: 3, isBillable: true, rate })?.minor).toBe(5);
    expect(amountOf({ minutes: 60, isBillable: false, rate })).toBeNull();
  });
});

describe('the clock of an agent', () => {
  it('ZOH-16 one runs: starting another notes the first, and stopping notes begun minutes', async () => {
    const [first, second] = [await ticket(), await ticket()];
    await karim.send('POST', `${first.path}/timer`);
    await world.velo.run(null, ctx =>
      ctx.tx
        .updateTable('timers')
        .set({ started_at: new Date(ctx.now.getTime() - 150_000) })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('agent_id', '=', world.karim)
        .execute(),
    );
    const moved = await karim.send('POST', `${second.path}/timer`);
    expect(moved.body.timer.ticketNumber).toBe(second.number);
    const noted = (await karim.send('GET', `${first.path}/time`)).body.entries;
    expect(noted).toMatchObject([{ minutes: 3, isBillable: true, agentId: world.karim }]);
    expect((await karim.send('DELETE', `${base}/timer`)).status).toBe(204);
    expect((await karim.send('GET', `${second.path}/time`)).body.entries).toMatchObject([{ minutes: 1 }]);
    expect((await karim.send('GET', `${base}/timer`)).body.timer).toBeNull();
    expect((await karim.send('DELETE', `${base}/timer`)).status).toBe(404);
  });

  it('ZOH-16 started twice at once it still is one', async () => {
    const { path } = await ticket();
    await Promise.all(Array.from({ length: 4 }, () => karim.send('POST', `${path}/timer`)));
    const rows = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('timers').select('agent_id').where('agent_id', '=', world.karim).execute(),
    );
    expect(rows).toHaveLength(1);
    await karim.send('DELETE', `${base}/timer`);
  });

  it('S19 a ticket that moved out of reach still gets the time spent on it', async () => {
    const { ticketId } = await ticket();
    await world.velo.run(world.nina, ctx => startTimer(ctx, ticketId));
    await world.velo.run(world.nina, async ctx => {
      const limited = { ...ctx, onlyFolders: [] };
      expect(await timerOf(limited)).toBeNull();
      await stopTimer(limited);
    });
    const { entries } = await world.velo.run(null, ctx => timeOf(ctx, ticketId));
    expect(entries).toMatchObject([{ agentId: world.nina, minutes: 1 }]);
  });

  it('S19 nobody notes time where they may not see', async () => {
    const { ticketId } = await ticket();
    const work = world.velo.run(world.nina, ctx => addEntry({ ...ctx, onlyFolders: [] }, ticketId, entry));
    await expect(work).rejects.toMatchObject({ kind: 'NotFound' });
  });
});

describe('the report for those who lead', () => {
  it('ZOH-16 sums a period by agent, organisation and ticket', async () => {
    const { path, number, organisationId } = await ticket();
    await karim.send('POST', `${path}/time`, { ...entry, day: '2025-01-31' });
    await lea.send('POST', `${path}/time`, { ...entry, day: '2025-02-01', isBillable: false });
    await lea.send('POST', `${path}/time`, { ...entry, day: '2025-02-28', minutes: 30 });
    const report = async (by: string) =>
      (await lea.send('GET', `${base}/time-report?from=2025-02-01&until=2025-02-28&by=${by}`)).body.lines;
    const sums = { entries: 2, billableMinutes: 30, otherMinutes: 90 };
    expect(await report('agent')).toMatchObject([{ key: world.lea, label: 'Léa', ...sums }]);
    expect(await report('organisation')).toMatchObject([{ key: organisationId, ...sums }]);
    expect(await report('ticket')).toMatchObject([{ ticketNumber: number, ...sums }]);
    expect((await karim.send('GET', `${base}/time-report?from=2025-02-01&until=2025-02-28`)).status).toBe(
      403,
    );
  });

  it('S30 ZOH-16 the table for invoices computes nothing of what people typed', async () => {
    const { path } = await ticket();
    for (const note of ['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)', 'deux; "mots"\nlignes'])
      await karim.send('POST', `${path}/time`, { ...entry, day: '2024-05-05', note });
    const { body } = await lea.send('GET', `${base}/time-report/csv?from=2024-05-05&until=2024-05-05`);
    expect(body.csv.startsWith('\uFEFFJour;Agent;')).toBe(true);
    expect(body.csv).toContain('"\'=HYPERLINK(""http://x"")"');
    for (const start of ["'+1", "'-2", "'@SUM(A1)"]) expect(body.csv).toContain(`;${start};`);
    expect(body.csv).toContain('"deux; ""mots""\nlignes"');
    expect(body.csv).not.toMatch(/(^|;)[=+@-]/m);
    expect(['\tx', '\rx', '=x', '-1', 'a=b'].map(cell)).toEqual(['"\'\tx"', '"\'\rx"', "'=x", "'-1", 'a=b']);
  });
});
