import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../desk/tickets/index.ts';
import { type Database, openDatabase } from '../../platform/db/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { becomeOperator, keptMail } from '../../testing/kept-mail.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { addActivity, editActivity, remindOfActivities } from './index.ts';

const desk = useDesk();
let world: World;
let karim: Browser;
let nina: Browser;
let base: string;
beforeAll(async () => {
  world = await makeWorld(desk);
  await becomeOperator(desk, 'karim@velo.example');
  karim = await openBrowser(desk, 'karim@velo.example');
  nina = await openBrowser(desk, 'nina@velo.example');
  base = `/api/w/${world.velo.slug}`;
});
afterAll(async () => {
  await karim?.close();
  await nina?.close();
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const task = { kind: 'task', title: 'Rappeler Anne', note: '', due: null, reminder: null } as const;
const popup = (minutesBefore: number) => ({ by: ['popup'], minutesBefore });

async function ticket() {
  const opened = await openByMail(world.velo);
  return { ...opened, path: `${base}/tickets/${opened.number}/activities` };
}
const add = async (body: object) => karim.send('POST', (await ticket()).path, { ...task, ...body });

/** Lets the reminders of some activities be due a second ago. */
const makeDue = (ids: string[]) =>
  world.velo.run(null, ctx =>
    ctx.tx
      .updateTable('activities')
      .set({ remind_at: new Date(ctx.now.getTime() - 1000) })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', 'in', ids)
      .execute(),
  );

describe('an activity', () => {
  it('ZOH-10 ZOH-11 ZOH-15 is a task, a call or an event, is completed and opened again; History tells each', async () => {
    const { path, ticketId } = await ticket();
    for (const kind of ['task', 'call', 'event'])
      expect((await karim.send('POST', path, { ...task, kind })).body).toMatchObject({ kind, doneAt: null });
    const { activities } = (await karim.send('GET', path)).body;
    const own = `${base}/activities/${activities[0].id}`;
    expect((await karim.send('PUT', `${own}/done`, { isDone: true })).body.doneAt).not.toBeNull();
    await karim.send('PUT', `${own}/done`, { isDone: true });
    expect((await karim.send('PUT', `${own}/done`, { isDone: false })).body.doneAt).toBeNull();
    await karim.send('PATCH', own, { title: 'Rappeler Anne', note: 'Après 14 h' });
    await karim.send('PATCH', own, { note: 'Après 14 h' });
    expect((await karim.send('DELETE', own)).status).toBe(204);
    const lines = await world.velo.run(null, ctx => historyOf(ctx, ticketId, 20));
    expect(lines.map(line => line.kind)).toEqual([
      'activity.removed',
      'activity.edited',
      'activity.reopened',
      'activity.done',
      'activity.added',
      'activity.added',
      'activity.added',
      'ticket.opened',
    ]);
  });

  it('ZOH-12 belongs to who adds it until a person gives it away; no rule may', async () => {
    const made = (await add({})).body;
    expect(made.ownerId).toBe(world.karim);
    const given = await karim.send('PATCH', `${base}/activities/${made.id}`, { ownerId: world.nina });
    expect(given.body.ownerId).toBe(world.nina);
    expect((await karim.send('PATCH', `${base}/activities/${made.id}`, { ownerId: world.bob })).status).toBe(
      422,
    );
    await expect(
      world.velo.run(null, ctx => editActivity(ctx, made.id, { ownerId: world.lea })),
    ).rejects.toMatchObject({ kind: 'Forbidden' });
  });

  it('ZOH-13 ZOH-14 a reminder needs a moment that lies ahead, and an SMS a provider', async () => {
    const refused = async (body: object) => {
      const answer = await add(body);
      return [answer.status, answer.body.error, answer.body.facts?.fields];
    };
    const because = (code: string) => [422, code, { reminder: code }];
    expect(await refused({ reminder: popup(5) })).toEqual(because('reminder-needs-time'));
    expect(await refused({ due: { on: '2099-01-01' }, reminder: popup(5) })).toEqual(
      because('reminder-needs-time'),
    );
    expect(await refused({ due: { at: inMinutes(-1) }, reminder: popup(0) })).toEqual(
      because('reminder-past'),
    );
    expect(await refused({ due: { at: inMinutes(10) }, reminder: popup(15) })).toEqual(
      because('reminder-past'),
    );
    const sms = { by: ['sms'], minutesBefore: 0 };
    expect(await refused({ due: { at: inMinutes(60) }, reminder: sms })).toEqual(
      because('sms-without-provider'),
    );
    expect((await add({ due: { at: inMinutes(60) }, reminder: popup(15) })).body.reminder).toEqual(popup(15));
  });

  it('ZOH-14 moved, it takes its reminder along; moved to the past, it loses it', async () => {
    const { id } = (await add({ due: { at: inMinutes(60) }, reminder: popup(15) })).body;
    const move = async (due: object | null) =>
      (await karim.send('PATCH', `${base}/activities/${id}`, { due })).body.reminder;
    expect(await move({ at: inMinutes(600) })).toEqual(popup(15));
    expect(await move({ at: inMinutes(-60) })).toBeNull();
    expect(await move({ at: inMinutes(600) })).toBeNull();
  });

  it('ZOH-14 completed, it reminds nobody; opened again in time, it does', async () => {
    const { id } = (await add({ due: { at: inMinutes(60) }, reminder: popup(15) })).body;
    const done = async (isDone: boolean) =>
      (await karim.send('PUT', `${base}/activities/${id}/done`, { isDone })).body.reminder;
    expect([await done(true), await done(false)]).toEqual([null, popup(15)]);
  });

  it('ZOH-10 mine come by due time, those without a date last, and a day is over at its end where the desk is', async () => {
    const { path } = await ticket();
    const { rows } = await world.velo.run(null, ctx =>
      sql<{ today: string }>`select (now() at time zone time_zone)::date::text as today from workspaces
        where workspace_id = ${ctx.workspaceId}`.execute(ctx.tx),
    );
    const today = rows[0]!.today;
    for (const [title, due] of [
      ['undated', null],
      ['later', { at: inMinutes(3 * 24 * 60) }],
      ['today', { on: today }],
      ['overdue', { on: '2020-02-03' }],
    ] as const)
      await nina.send('POST', path, { ...task, title, due });
    const { activities } = (await nina.send('GET', `${base}/activities`)).body;
    const mine = activities.filter((one: { title: string }) => /undated|later|today|overdue/.test(one.title));
    expect(mine.map((one: { title: string; isOverdue: boolean }) => [one.title, one.isOverdue])).toEqual([
      ['overdue', true],
      ['today', false],
      ['later', false],
      ['undated', false],
    ]);
  });

  it('S19 is not found, nor added, where the ticket may not be seen', async () => {
    const { ticketId } = await ticket();
    const add = world.velo.run(world.nina, ctx => addActivity({ ...ctx, onlyFolders: [] }, ticketId, task));
    await expect(add).rejects.toMatchObject({ kind: 'NotFound' });
    const id = await world.velo.run(world.nina, ctx => addActivity(ctx, ticketId, task));
    const edit = world.velo.run(world.nina, ctx =>
      editActivity({ ...ctx, onlyFolders: [] }, id, { title: 'x' }),
    );
    await expect(edit).rejects.toMatchObject({ kind: 'NotFound' });
  });
});

describe('a reminder', () => {
  it('ZOH-13 comes by pop-up and by mail, in the owner’s language, once', async () => {
    const due = { at: inMinutes(60) };
    const made = (
      await add({ due, note: 'Avant midi', reminder: { by: ['mail', 'popup'], minutesBefore: 5 } })
    ).body;
    await makeDue([made.id]);
    expect(await remindOfActivities(desk.database, world.velo.id)).toBe(1);
    expect(await remindOfActivities(desk.database, world.velo.id)).toBe(0);
    const bell = (await karim.send('GET', `${base}/notifications`)).body;
    expect(bell.notifications[0]).toMatchObject({
      kind: 'activity-reminder',
      title: 'Rappeler Anne',
      ticketNumber: made.ticketNumber,
      isRead: false,
    });
    const sent = await world.velo.run(null, ctx =>
      ctx.tx
        .selectFrom('deliveries')
        .select(['id', 'recipient'])
        .where('purpose', '=', 'activity-reminder')
        .where(sql<boolean>`content ->> 'activityId' = ${made.id}`)
        .execute(),
    );
    expect(sent.map(one => one.recipient)).toEqual(['karim@velo.example']);
    const mail = await keptMail(desk, karim, world.velo.slug, sent[0]!.id);
    expect(mail.subject).toBe('Rappel\u00a0: Rappeler Anne');
    expect(mail.text).toContain('Avant midi');
    expect(mail.text).toContain(`/tickets/${made.ticketNumber}/activities`);
  });

  it('P2 F12 many at the same second come once each, though two processes send them and one dies at it', async () => {
    const { ticketId } = await ticket();
    const due = { at: inMinutes(60) };
    const reminder = { by: ['mail', 'popup'] as ('mail' | 'popup')[], minutesBefore: 0 };
    const ids: string[] = [];
    const others = await Promise.all(Array.from({ length: 6 }, () => ticket()));
    await world.velo.run(world.lea, async ctx => {
      for (let i = 0; i < 60; i++)
        ids.push(
          await addActivity(ctx, [ticketId, ...others.map(one => one.ticketId)][i % 7]!, {
            ...task,
            due,
            reminder,
          }),
        );
    });
    await makeDue(ids);
    const second = openDatabase({ url: desk.appUrl, max: 2, onError: () => {} });
    // The connection that is cut says so twice: to the statement, and to whoever listens.
    second.pool.on('connect', client => void client.on('error', () => {}));
    const ended = await Promise.allSettled([
      remindOfActivities(desk.database, world.velo.id),
      remindOfActivities(dying(second), world.velo.id),
    ]);
    expect(ended.map(end => end.status)).toEqual(['fulfilled', 'rejected']);
    await second.close();
    await remindOfActivities(desk.database, world.velo.id);
    const counts = await world.velo.run(null, ctx =>
      sql<{ mails: number; bells: number; events: number }>`select
        (select count(*) from deliveries where purpose = 'activity-reminder'
          and content ->> 'activityId' = any(${ids})) as mails,
        (select count(*) from notifications where facts ->> 'activityId' = any(${ids})) as bells,
        (select count(*) from events where kind = 'activity.reminded' and facts ->> 'activityId' = any(${ids})) as events`.execute(
        ctx.tx,
      ),
    );
    expect(counts.rows[0]).toEqual({ mails: 60, bells: 60, events: 60 });
  }, 90_000);

  /** A process that is killed when its first batch is written and not yet committed. */
  function dying(database: Database): Database {
    const run: Database['run'] = (scope, work) =>
      database.run(scope, async ctx => {
        const result = await work(ctx);
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(ctx.tx);
        return result;
      });
    return { ...database, run };
  }
});

describe('the bell', () => {
  it('S19 shows an agent their own notifications, unread first, and marks only theirs as read', async () => {
    const made = (await add({ due: { at: inMinutes(60) }, reminder: popup(5) })).body;
    await makeDue([made.id]);
    await remindOfActivities(desk.database, world.velo.id);
    const read = (who: Browser, ids?: string[]) => who.send('PUT', `${base}/notifications/read`, { ids });
    const bell = async (who: Browser) => (await who.send('GET', `${base}/notifications`)).body;
    const [newest] = (await bell(karim)).notifications;
    expect((await bell(nina)).notifications).toEqual([]);
    await read(nina, [newest.id]);
    expect((await bell(karim)).notifications[0].isRead).toBe(false);
    await read(karim);
    expect((await bell(karim)).unread).toBe(0);
  });
});
