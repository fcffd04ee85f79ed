import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { ticketRoutes } from '../../../contract/routes/tickets.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { reply } from '../messages/index.ts';
import { addFolder } from '../workspaces/index.ts';
import { assign } from './assignment.ts';
import { countTickets } from './counts.ts';
import { file } from './filing.ts';
import { listTickets } from './list.ts';
import { nextTicket } from './next-ticket.ts';
import { markRead } from './reads.ts';

const desk = useDesk();
let world: World;
const ids: string[] = [];
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

beforeAll(async () => {
  world = await makeWorld(desk);
  // Opened in an order that is not the one of their ages.
  for (const hours of [3, 30, 1, 20, 10])
    ids.push((await openByMail(world.velo, { at: hoursAgo(hours), subject: `${hours} h` })).ticketId);
});

const list = (query: Record<string, unknown>, agent = world.lea) =>
  world.velo.run(agent, ctx =>
    listTickets(ctx, ticketRoutes.list.query!.parse(query), () => sql<boolean>`true`),
  );
const subjects = async (query: Record<string, unknown>) =>
  (await list(query)).tickets.map(ticket => ticket.subject);

describe('lists', () => {
  it('LIV-18 longest waiting first, then what was active last', async () => {
    expect(await subjects({ view: 'inbox' })).toEqual(['30 h', '20 h', '10 h', '3 h', '1 h']);
    await world.velo.run(world.lea, ctx =>
      reply(ctx, desk.secrets, ids[1]!, { html: '<p>Oui</p>', fileIds: [], status: 'pending' }),
    );
    expect(await subjects({ view: 'inbox' })).toEqual(['20 h', '10 h', '3 h', '1 h', '30 h']);
    expect(await subjects({ view: 'pending' })).toEqual(['30 h']);
  });

  it('LIV-18 pages by keyset hold every ticket once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ view: 'all', limit: 2, after });
      seen.push(...page.tickets.map(ticket => ticket.id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(ids));
    await expect(list({ view: 'all', after: 'x.y' })).rejects.toMatchObject({ kind: 'Invalid' });
  });

  it('LUM-14 CHP-04 counts what is unanswered, mine and in each folder', async () => {
    await world.velo.run(world.lea, ctx => assign(ctx, ids[0]!, world.karim));
    const counts = await world.velo.run(world.karim, ctx => countTickets(ctx, () => sql<boolean>`true`));
    expect(counts.views).toMatchObject({ inbox: 5, unanswered: 4, mine: 1, pending: 1 });
    expect(Object.values(counts.folders)).toEqual([5]);
  });

  it('LIV-31 LUM-29 a ticket is in the general inbox until it is filed elsewhere', async () => {
    const general = (await list({ view: 'all' })).tickets[0]!.folderId;
    const { id } = await world.velo.run(world.lea, ctx => addFolder(ctx, 'Garanties'));
    await world.velo.run(world.lea, ctx => file(ctx, ids[2]!, { folderId: id }));
    expect(await subjects({ view: 'all', folder: id })).toEqual(['1 h']);
    expect(await subjects({ view: 'all', folder: general })).toHaveLength(4);
  });

  it('LIV-38 the next ticket is the one that waits longest', async () => {
    const next = await world.velo.run(world.lea, ctx => nextTicket(ctx));
    expect(next?.id).toBe(ids[3]);
    expect((await world.velo.run(world.lea, ctx => nextTicket(ctx, ids[3])))?.id).toBe(ids[4]);
  });

  it('unread is per agent', async () => {
    await world.velo.run(world.lea, ctx => markRead(ctx, ids[4]!, true));
    const unread = async (agent: string) =>
      (await list({ view: 'all' }, agent)).tickets.find(ticket => ticket.id === ids[4])!.isUnread;
    expect(await unread(world.lea)).toBe(false);
    expect(await unread(world.karim)).toBe(true);
    await world.velo.run(world.lea, ctx => markRead(ctx, ids[4]!, false));
    expect(await unread(world.lea)).toBe(true);
  });
});
