// Two processes of the product on one database, from the first day: what must happen once happens once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopMailTasks } from './channels/mail/index.ts';
import { changeTicket } from './desk/tickets/index.ts';
import { type Database, openDatabase } from './platform/db/index.ts';
import { enqueue, startWorker, type Tasks, type Worker } from './platform/jobs/index.ts';
import { composeTasks } from './tasks.ts';
import { type Browser, openBrowser } from './testing/browser.ts';
import { type TestDesk, useDesk } from './testing/desk.ts';
import { makeWorld, openByMail, type World } from './testing/world.ts';

const desk = useDesk();
let second: TestDesk;
let secondPool: Database;
let world: World;
let browsers: Browser[];
const workers: Worker[] = [];
const ran: { process: number; task: string; payload: Record<string, unknown> }[] = [];

/** The tasks of one process, which note what they ran. */
function noted(platform: TestDesk, process: number): Tasks {
  const tasks = Object.entries(composeTasks(platform)).map(([task, work]): [string, Tasks[string]] => [
    task,
    async (payload, attempt) => {
      await work(payload, attempt);
      ran.push({ process, task, payload });
    },
  ]);
  return Object.fromEntries(tasks);
}

beforeAll(async () => {
  world = await makeWorld(desk);
  secondPool = openDatabase({ url: desk.appUrl, max: 8 });
  second = { ...desk, database: secondPool };
  browsers = [await openBrowser(desk, 'lea@velo.example'), await openBrowser(second, 'lea@velo.example')];
  for (const [process, platform] of [desk, second].entries()) {
    const { ownerUrl, log } = desk;
    workers.push(await startWorker({ ownerUrl, log, tasks: noted(platform, process), concurrency: 4 }));
  }
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  for (const platform of [desk, second]) await stopMailTasks(platform);
  for (const browser of browsers ?? []) await browser.close();
  await secondPool?.close();
});

async function quiet(): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const { rows } = await workers[0]!.pool.query('select from graphile_worker._private_jobs');
    if (rows.length === 0) return;
    await new Promise(soon => setTimeout(soon, 30));
  }
  throw new Error('the queue does not become empty');
}

const deliveriesTo = (recipient: string) =>
  world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .select(['purpose', 'state', 'attempts', 'ticket_id'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('recipient', '=', recipient)
      .execute(),
  );

describe('two processes', () => {
  it('P2 LUM-31 hear each event once, and send one mail about it', async () => {
    const opened = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        openByMail(world.velo, { sender: { name: '', email: `client${i}@x.example` } }),
      ),
    );
    for (const { ticketId } of opened)
      await world.velo.run(world.lea, ctx =>
        changeTicket(ctx, ticketId, () => ({
          kind: 'ticket.assigned',
          facts: {},
          set: { assignee_id: world.karim },
        })),
      );
    await quiet();
    const heard = ran
      .filter(({ task }) => task === 'react')
      .map(({ payload }) => `${payload.eventId} ${payload.reaction}`);
    expect(heard).toHaveLength(new Set(heard).size);
    const told = heard.filter(one => one.endsWith('notify-assignee'));
    // Each ticket is opened and then assigned.
    expect(told).toHaveLength(80);
    expect(new Set(ran.map(({ process }) => process)).size).toBe(2);
    const mails = await deliveriesTo('karim@velo.example');
    expect(mails.map(mail => mail.ticket_id).sort()).toEqual(opened.map(one => one.ticketId).sort());
    expect(mails.filter(mail => mail.state !== 'kept' || mail.attempts !== 1)).toEqual([]);
  });

  it('P2 send one mail even when the job of an event comes to both', async () => {
    const { ticketId } = await openByMail(world.velo);
    const { eventId } = await world.velo.run(world.lea, ctx =>
      changeTicket(ctx, ticketId, () => ({
        kind: 'ticket.assigned',
        facts: {},
        set: { assignee_id: world.nina },
      })),
    );
    const heard = { workspaceId: world.velo.id, eventId, ticketId, kind: 'ticket.assigned', depth: 0 };
    const job = { task: 'react', payload: { ...heard, reaction: 'notify-assignee' } };
    await world.velo.run(null, ctx =>
      enqueue(
        ctx.tx,
        Array.from({ length: 20 }, () => job),
      ),
    );
    await quiet();
    expect(await deliveriesTo('nina@velo.example')).toMatchObject([{ state: 'kept', attempts: 1 }]);
  });

  it('F22 P2 answer a repeated request with the first answer, whichever of them is asked', async () => {
    const path = `/api/w/${world.velo.slug}/tickets`;
    const subject = `Twice ${randomUUID()}`;
    const body = { requester: { email: 'twice@client.example' }, subject, html: '<p>Bonjour</p>' };
    const headers = { 'idempotency-key': randomUUID() };
    const ask = (process: number) => browsers[process]!.send('POST', path, body, headers);
    const atOnce = await Promise.all([0, 1, 0, 1, 0, 1].map(ask));
    const answers = [...atOnce, await ask(0), await ask(1)];
    expect(answers.map(answer => answer.status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(answer => JSON.stringify(answer.body))).size).toBe(1);
    const made = await world.velo.run(null, ctx =>
      ctx.tx
        .selectFrom('tickets')
        .select('id')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('subject', '=', subject)
        .execute(),
    );
    expect(made).toHaveLength(1);
    const other = await browsers[1]!.send('POST', path, { ...body, subject: 'Other' }, headers);
    expect([other.status, other.body.error]).toEqual([422, 'key-reused']);
  });

  it('LIV-01 number tickets without a gap or a double', async () => {
    const made = await Promise.all(
      Array.from({ length: 40 }, (_, i) => {
        const requester = { email: `number${i}@client.example` };
        const body = { requester, subject: 'Numbered', html: '<p>Bonjour</p>' };
        return browsers[i % 2]!.send('POST', `/api/w/${world.velo.slug}/tickets`, body);
      }),
    );
    expect(made.map(answer => answer.status)).toEqual(made.map(() => 200));
    const rows = await world.velo.run(null, ctx =>
      ctx.tx
        .selectFrom('tickets')
        .select('number')
        .where('workspace_id', '=', ctx.workspaceId)
        .orderBy('number')
        .execute(),
    );
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.map(row => row.number)).toEqual(rows.map((_, at) => at + 1));
  });
});
