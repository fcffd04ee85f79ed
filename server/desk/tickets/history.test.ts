import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../platform/db/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { reply } from '../messages/index.ts';
import { noteDelivery } from './deliveries.ts';
import { setStatus } from './status.ts';
import { changeTicket } from './ticket.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let ticketId: string;
let path: string;

beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  ticketId = (await openByMail(world.velo)).ticketId;
  path = `/api/w/${world.velo.slug}/tickets/${ticketId}/history`;
  await world.velo.run(world.lea, ctx =>
    reply(ctx, desk.secrets, ticketId, { html: '<p>Oui</p>', fileIds: [], status: 'pending' }),
  );
  for (const [purpose, recipient] of [
    ['reply', 'anne@client.example'],
    ['assignment', 'karim@velo.example'],
  ] as const) {
    await world.velo.run(null, async ctx => {
      const deliveryId = await queueDelivery(ctx, { purpose, recipient, ticketId });
      await noteDelivery(ctx, { ticketId, kind: 'delivery.accepted', deliveryId: deliveryId!, purpose });
    });
  }
  await world.velo.run(null, ctx =>
    changeTicket({ ...ctx, actor: { type: 'rule', id: null, via: 'Urgences' } }, ticketId, () => ({
      kind: 'ticket.filed',
      facts: {},
      set: { priority: 'high' },
    })),
  );
});

const read = async (query = '') => (await lea.send('GET', `${path}${query}`)).body;
const kinds = (lines: { kind: string }[]) => lines.map(line => line.kind);

describe('history', () => {
  it('ZOH-02b tells to whom a mail went', async () => {
    const mails = (await read()).lines.filter((line: { kind: string }) => line.kind === 'delivery.accepted');
    expect(mails.map((line: { about: string }) => line.about)).toEqual([
      'karim@velo.example',
      'anne@client.example',
    ]);
  });

  it('ZOH-02 is filtered by who acted: agents, customers with the mails that reach them, Guichet and its rules', async () => {
    expect(kinds((await read('?by=agents')).lines)).toEqual(['message.replied']);
    const customers = (await read('?by=customers')).lines;
    expect(customers.map((line: { kind: string; about: string | null }) => [line.kind, line.about])).toEqual([
      ['delivery.accepted', 'anne@client.example'],
      ['ticket.opened', null],
    ]);
    const automatic = (await read('?by=automatic')).lines;
    expect(kinds(automatic)).toEqual(['ticket.filed', 'delivery.accepted']);
    expect(automatic[0].actor).toEqual({ type: 'rule', id: null, name: 'Urgences' });
    expect((await read('?by=agents&by=customers')).lines).toHaveLength(3);
    expect((await read()).lines).toHaveLength(5);
  });

  it('LUM-33 pages back by the last line read, however many there are', async () => {
    for (let i = 0; i < 30; i++)
      await world.velo.run(world.lea, ctx => setStatus(ctx, ticketId, i % 2 ? 'pending' : 'open'));
    const seen: string[] = [];
    let before = '';
    for (;;) {
      const page = await read(`?limit=10${before}`);
      seen.push(...page.lines.map((line: { id: string }) => line.id));
      if (!page.hasEarlier) break;
      before = `&before=${seen.at(-1)}`;
    }
    expect(seen).toHaveLength(35);
    expect([...new Set(seen)].sort().reverse()).toEqual(seen);
  });

  it('LIV-05 nobody can change or delete a line, not even with SQL', async () => {
    for (const statement of ['update events set at = now()', 'delete from events']) {
      const broken = desk.database.run({ workspaceId: world.velo.id, actor: systemActor('test') }, ctx =>
        sql`${sql.raw(statement)} where ticket_id = ${ticketId}`.execute(ctx.tx),
      );
      await expect(broken).rejects.toThrow(/permission denied/);
    }
  });
});
