import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { receive, reply, writeNote } from '../../desk/messages/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { type Company, incoming, makeWorld, openByMail, type World } from '../../testing/world.ts';
import { indexTicket, searchTickets } from './index.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

const index = (company: Company, ticketId: string) =>
  company.run(null, ctx =>
    indexTicket.run(
      ctx,
      { workspaceId: company.id, eventId: ticketId, ticketId, kind: 'ticket.opened', depth: 0 },
      desk.database,
    ),
  );

const search = async (text: string, company = world.velo) =>
  (await company.run(null, ctx => searchTickets(ctx, text))).map(found => found.id);

async function ticket(change: Parameters<typeof openByMail>[1], company = world.velo) {
  const opened = await openByMail(company, {
    sender: { name: 'Anne', email: `${randomUUID()}@client.example` },
    ...change,
  });
  await index(company, opened.ticketId);
  return opened;
}

describe('search', () => {
  it.each([
    ['Les dérailleurs sont cassés', 'derailleur casse'],
    ['My wheels were stolen', 'wheel'],
    ['Le cadre élégant', 'ELEGANT'],
    ['le guidon', 'guidons'],
    ['The brakes squeak', 'brake'],
  ])('finds “%s” by “%s”, without accents or endings', async (text, asked) => {
    const { ticketId } = await ticket({ text });
    expect(await search(asked)).toContain(ticketId);
  });

  it('finds words of subject, customer, agents and notes, and what each later message adds', async () => {
    const opened = await ticket({ subject: 'Pédalier', text: 'grincement' });
    await world.velo.run(world.lea, async ctx => {
      await reply(ctx, desk.secrets, opened.ticketId, {
        html: '<p>lubrification</p>',
        fileIds: [],
        status: 'pending',
      });
      await writeNote(ctx, desk.secrets, opened.ticketId, { html: '<p>garantie</p>', fileIds: [] });
    });
    expect(await search('lubrification')).not.toContain(opened.ticketId);
    await index(world.velo, opened.ticketId);
    for (const word of ['pedalier', 'grincement', 'lubrification', 'garantie'])
      expect(await search(word)).toContain(opened.ticketId);
  });

  it('finds a ticket at once by its number, indexed or not', async () => {
    const { ticketId, number } = await openByMail(world.velo, { sender: { name: 'Anne', email: null } });
    for (const asked of [`#${number}`, `${number}`, ` n° ${number}`])
      expect(await search(asked)).toContain(ticketId);
    expect(await search(`#${number}`)).toEqual([ticketId]);
  });

  it('finds a requester by name, address, domain or part of it', async () => {
    const { ticketId } = await ticket({
      sender: { name: 'Zoé Le Goff', email: 'zoe.legoff@atelier-nord.example' },
    });
    for (const asked of [
      'zoe',
      'Le Goff',
      'zoe.legoff@atelier-nord.example',
      'atelier-nord.example',
      'legoff',
    ])
      expect(await search(asked)).toContain(ticketId);
  });

  it('understands words in a row, or, and words that must not be there', async () => {
    const [red, blue] = [randomUUID(), randomUUID()].map(id => `mot${id.slice(0, 8)}`);
    const both = await ticket({ text: `${red} puis ${blue}` });
    const one = await ticket({ text: `${red} seul` });
    expect(await search(`${red} ${blue}`)).toEqual([both.ticketId]);
    expect(await search(`"${red} seul"`)).toEqual([one.ticketId]);
    expect(await search(`${red} -${blue}`)).toEqual([one.ticketId]);
    expect((await search(`${blue} or ${red}`)).sort()).toEqual([both.ticketId, one.ticketId].sort());
  });

  it('gives the newest first and goes on from a page', async () => {
    const word = `page${randomUUID().slice(0, 8)}`;
    const made: string[] = [];
    for (let day = 1; day <= 5; day++)
      made.unshift((await ticket({ text: word, at: new Date(Date.UTC(2026, 0, day)) })).ticketId);
    const page = (before?: { id: string; lastMessageAt: Date }) =>
      world.velo.run(null, ctx => searchTickets(ctx, word, { limit: 2, before }));
    const first = await page();
    const second = await page(first[1]);
    const third = await page(second[1]);
    expect([...first, ...second, ...third].map(found => found.id)).toEqual(made);
  });

  it('S18 never finds another workspace’s ticket', async () => {
    const word = `secret${randomUUID().slice(0, 8)}`;
    const { ticketId, number } = await ticket({ text: word });
    expect(await search(word)).toEqual([ticketId]);
    expect(await search(word, world.acme)).toEqual([]);
    expect(await search(`#${number}`, world.acme)).not.toContain(ticketId);
    const unset = await desk.database.outside(tx =>
      sql`select * from matching_documents(to_tsquery('simple', ${word}), 10)`.execute(tx),
    );
    expect(unset.rows).toEqual([]);
  });

  it('S34 takes any text as words', async () => {
    for (const text of [
      "'; drop table tickets; --",
      '& | ! <-> :*',
      '"',
      '-',
      'le la les',
      '\\',
      'é'.repeat(500),
      '9'.repeat(30),
    ])
      await expect(search(text)).resolves.toBeInstanceOf(Array);
  });

  it('cuts what is too long for a document instead of failing', async () => {
    const words = Array.from({ length: 90_000 }, (_, at) => `mot${at.toString(36)}é`).join(' ');
    const opened = await openByMail(world.velo, {
      text: `debut ${words}`,
      sender: { name: 'Anne', email: 'long@client.example' },
    });
    for (let more = 0; more < 6; more++)
      await world.velo.run(null, ctx =>
        receive(
          ctx,
          incoming({
            joins: opened.ticketId,
            text: words.slice(more * 60_000),
            sender: { name: 'Anne', email: 'long@client.example' },
          }),
        ),
      );
    await index(world.velo, opened.ticketId);
    expect(await search('debut')).toContain(opened.ticketId);
  });

  it('is not put off by two jobs of one ticket at the same time', async () => {
    const opened = await ticket({ text: 'premier' });
    const word = `second${randomUUID().slice(0, 8)}`;
    await world.velo.run(null, ctx =>
      receive(ctx, incoming({ joins: opened.ticketId, text: word, sender: { name: 'Anne', email: null } })),
    );
    await Promise.all(Array.from({ length: 6 }, () => index(world.velo, opened.ticketId)));
    expect(await search(word)).toEqual([opened.ticketId]);
  });
});
