// The relay drill in short: the product's tasks in this process, fewer mails, no slow line.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMailbox, stopMailTasks } from '../../server/channels/mail/index.ts';
import { reply } from '../../server/desk/messages/index.ts';
import { startWorker, type Worker } from '../../server/platform/jobs/index.ts';
import { composeTasks } from '../../server/tasks.ts';
import { useDesk } from '../../server/testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../server/testing/world.ts';
import { type FaultyServer, fairShare, type Journal, openFaultyServer } from './faulty-server.ts';
import { ask } from './mail-ledger.ts';
import { watchOutbox } from './outbox-watch.ts';
import { account, type Delivery, isClean, readDeliveries } from './relay-ledger.ts';

const desk = useDesk();
let world: World;
let server: FaultyServer;
let worker: Worker;
beforeAll(async () => {
  world = await makeWorld(desk);
  server = await openFaultyServer({
    faultOf: nth => {
      const fault = fairShare(nth);
      return fault === 'pause' ? 'none' : fault;
    },
    isGrey: true,
    isGone: recipient => recipient.startsWith('client7@'),
  });
  worker = await startWorker({ ownerUrl: desk.ownerUrl, log: desk.log, tasks: composeTasks(desk) });
});
afterAll(async () => {
  await worker?.stop();
  await stopMailTasks(desk);
  await server?.stop();
});

function addBox(port: number) {
  const smtp = { host: '127.0.0.1', port, security: 'none' as const, user: '' };
  const rest = { folderId: null, teamId: null, acknowledges: false, usesPlusAddress: false, isEnabled: true };
  const input = { name: 'Rough', address: 'rough@velo.example', imap: null, smtp, language: 'fr' as const };
  return world.velo.run(null, ctx => addMailbox(ctx, desk.secrets, { ...input, ...rest }));
}

/** What History tells to have failed. */
async function toldFailed(): Promise<Set<string>> {
  const rows = await ask<{ id: string }>(
    desk.ownerUrl,
    `select facts ->> 'deliveryId' as id from events where kind = 'delivery.failed'`,
  );
  return new Set(rows.map(row => row.id));
}

describe('a mail server that is away, busy, refuses and hangs up', () => {
  it('F4 gets every answer once, or once more for a connection that ended in doubt, in order, and what it refuses is told', async () => {
    const { id: mailboxId } = await addBox(server.port);
    const tickets = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        openByMail(world.velo, { mailboxId, sender: { name: '', email: `client${i}@x.example` } }),
      ),
    );
    const watch = await watchOutbox(desk.ownerUrl, 0);
    // As a new job would, so that nobody waits for the queue's next look.
    const waking = setInterval(() => {
      worker.pool.query(`select pg_notify('jobs:insert', '{"r":1,"count":1}')`).catch(() => {});
    }, 100);
    try {
      await server.line.set('down');
      for (const { ticketId } of [...tickets, ...tickets])
        await world.velo.run(world.lea, ctx =>
          reply(ctx, desk.secrets, ticketId, { html: '<p>Oui</p>', fileIds: [], status: 'pending' }),
        );
      await pause(300);
      await server.line.set('up');
      expect(await watch.untilEmpty(20_000)).toBe(0);
    } finally {
      clearInterval(waking);
      await watch.stop();
    }
    const deliveries = await readDeliveries(desk.ownerUrl);
    const { findings, ...sums } = account(deliveries, [server.journal], await toldFailed());
    expect(Object.fromEntries(Object.entries(findings).filter(([, ids]) => ids.length > 0))).toEqual({});
    expect(sums).toMatchObject({ hangUpsKept: 1, doubledInDoubt: 1 });
    expect(sums.failed).toBeGreaterThan(2);
    expect(sums.accepted + sums.failed).toBe(deliveries.length);
  });
});

describe('the account that the drill draws', () => {
  const delivery = (id: string, state = 'accepted', detail = ''): Delivery => ({
    ...{ id, state, detail },
    ticket_id: 'ticket',
    recipient: 'anne@client.example',
  });
  const journalOf = (taken: string[], change: Partial<Journal> = {}): Journal => ({
    taken: taken.map((deliveryId, at) => ({ deliveryId, recipient: 'anne@client.example', at })),
    hangUps: new Map(),
    refusedDeliveries: new Set(),
    refusedRecipients: new Set(),
    counts: {},
    ...change,
  });

  it('F4 finds nothing wrong with a repeat in doubt', () => {
    const journal = journalOf(['a', 'a'], { hangUps: new Map([['a', { all: 1, kept: 1 }]]) });
    expect(isClean(account([delivery('a')], [journal], new Set()).findings)).toBe(true);
  });

  it.each([
    ['lost', [delivery('a')], journalOf([])],
    ['doubled', [delivery('a')], journalOf(['a', 'a'])],
    ['out of order', [delivery('a'), delivery('b')], journalOf(['b', 'a'])],
    ['refusals not shown', [delivery('a', 'failed', '554 no')], journalOf([], refused('a'))],
    ['failed without a refusal', [delivery('a', 'failed')], journalOf([])],
    ['left behind', [delivery('a', 'deferred')], journalOf([])],
  ] as const)('F4 finds what is %s', (kind, deliveries, journal) => {
    const { findings } = account([...deliveries], [journal], new Set());
    const found = Object.entries(findings).filter(([, ids]) => ids.length > 0);
    expect(found).toEqual([[kind, ['a']]]);
  });

  function refused(id: string): Partial<Journal> {
    return { refusedDeliveries: new Set([id]) };
  }
});
