import { beforeAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../testing/desk.ts';
import { incoming, makeWorld, openByMail, type World } from '../../testing/world.ts';
import { receive, reply, writeNote } from '../messages/index.ts';
import { assign } from './assignment.ts';
import { ticketDetailOf } from './detail.ts';
import { historyOf } from './history.ts';
import { closeSolved, setStatus } from './status.ts';
import { addTag, setTags } from './tags.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

const statusOf = (id: string) =>
  world.velo.run(world.lea, async ctx => (await ticketDetailOf(ctx, id)).status);
const answer = (id: string, status: 'pending' | 'open' | 'resolved' = 'pending') =>
  world.velo.run(world.lea, ctx =>
    reply(ctx, desk.secrets, id, { html: '<p>Bonjour, nous regardons.</p>', fileIds: [], status }),
  );

describe('the life of a ticket', () => {
  it('LUM-01 LUM-02 D-01 a mail opens a new ticket; assigning, tagging and noting leave it new', async () => {
    const { ticketId } = await openByMail(world.velo);
    expect(await statusOf(ticketId)).toBe('new');
    await world.velo.run(world.lea, ctx => assign(ctx, ticketId, world.karim));
    await world.velo.run(world.lea, async ctx =>
      setTags(ctx, ticketId, [(await addTag(ctx, { name: 'Freins', colour: '#aa0000' })).id]),
    );
    await world.velo.run(world.karim, ctx =>
      writeNote(ctx, desk.secrets, ticketId, { html: '<p>À voir à l’atelier</p>', fileIds: [] }),
    );
    expect(await statusOf(ticketId)).toBe('new');
  });

  it('LUM-03 an agent’s public reply makes it pending', async () => {
    const { ticketId } = await openByMail(world.velo);
    await answer(ticketId);
    expect(await statusOf(ticketId)).toBe('pending');
  });

  it('LUM-04 the customer’s answer makes it open', async () => {
    const { ticketId } = await openByMail(world.velo);
    await answer(ticketId);
    await openByMail(world.velo, { joins: ticketId, text: 'Merci, et ensuite ?' });
    expect(await statusOf(ticketId)).toBe('open');
  });

  it('LUM-02 a second message of the customer keeps it new where no agent has replied', async () => {
    const { ticketId } = await openByMail(world.velo);
    const second = await openByMail(world.velo, { joins: ticketId, text: 'Avec une photo' });
    expect(second.ticketId).toBe(ticketId);
    expect(await statusOf(ticketId)).toBe('new');
  });

  it('LUM-05 an agent closes it, the customer’s reply reopens it', async () => {
    const { ticketId } = await openByMail(world.velo);
    await answer(ticketId, 'resolved');
    expect(await statusOf(ticketId)).toBe('resolved');
    await openByMail(world.velo, { joins: ticketId, text: 'Il grince toujours' });
    expect(await statusOf(ticketId)).toBe('open');
  });

  it('D-01 what nobody answered cannot be set to open, what was answered cannot be new again', async () => {
    const { ticketId } = await openByMail(world.velo);
    await world.velo.run(world.lea, ctx => setStatus(ctx, ticketId, 'open'));
    expect(await statusOf(ticketId)).toBe('new');
    await answer(ticketId);
    await world.velo.run(world.lea, ctx => setStatus(ctx, ticketId, 'new'));
    expect(await statusOf(ticketId)).toBe('open');
  });

  it('D-01 a ticket solved a week ago is closed for good by the clock, and a reply opens a follow-up', async () => {
    const { ticketId, number } = await openByMail(world.velo);
    await answer(ticketId, 'resolved');
    const inAWeek = (work: (ctx: never) => Promise<number>) =>
      world.velo.run(null, ctx =>
        work({ ...ctx, now: new Date(ctx.now.getTime() + 8 * 86_400_000) } as never),
      );
    expect(await world.velo.run(null, ctx => closeSolved(ctx))).toBe(0);
    expect(await inAWeek(ctx => closeSolved(ctx))).toBeGreaterThan(0);
    expect(await statusOf(ticketId)).toBe('closed');
    await expect(answer(ticketId)).rejects.toMatchObject({ code: 'ticket-locked' });
    const followUp = await openByMail(world.velo, { joins: ticketId });
    expect(followUp.ticketId).not.toBe(ticketId);
    const detail = await world.velo.run(world.lea, ctx => ticketDetailOf(ctx, followUp.ticketId));
    expect(detail.hint).toEqual({ code: 'follow-up', ticketNumber: number });
  });

  it('D-10 the wait starts with the oldest unanswered message and ends with the reply', async () => {
    const at = new Date(Date.now() - 20 * 3600 * 1000);
    const { ticketId } = await openByMail(world.velo, { at });
    await openByMail(world.velo, { joins: ticketId });
    const waiting = await world.velo.run(world.lea, ctx => ticketDetailOf(ctx, ticketId));
    expect(waiting.waitingSince).toBe(at.toISOString());
    await answer(ticketId);
    expect((await world.velo.run(world.lea, ctx => ticketDetailOf(ctx, ticketId))).waitingSince).toBeNull();
  });

  it('LUM-33 LIV-04 every change is one event with who, what and when', async () => {
    const { ticketId } = await openByMail(world.velo);
    await world.velo.run(world.lea, ctx => assign(ctx, ticketId, world.karim));
    await world.velo.run(world.lea, ctx => assign(ctx, ticketId, world.karim));
    await answer(ticketId);
    const lines = await world.velo.run(world.lea, ctx => historyOf(ctx, ticketId, 50));
    expect(lines.map(line => [line.kind, line.actor.type, line.actor.name])).toEqual([
      ['message.replied', 'agent', 'Léa'],
      ['ticket.assigned', 'agent', 'Léa'],
      ['ticket.opened', 'contact', 'Anne Martin'],
    ]);
    expect(lines[1]!.changes).toEqual({ assigneeId: [null, world.karim] });
    expect(lines[0]!.changes).toEqual({ status: ['new', 'pending'] });
  });

  it('LUM-34 an event holds no text and no name', async () => {
    const { ticketId } = await openByMail(world.velo, {
      text: 'canary-4711',
      sender: { name: 'Canary Bird', email: 'bird@client.example' },
    });
    await world.velo.run(world.karim, ctx =>
      writeNote(ctx, desk.secrets, ticketId, { html: '<p>canary-4712</p>', fileIds: [] }),
    );
    const rows = await world.velo.run(null, ctx =>
      ctx.tx
        .selectFrom('events')
        .selectAll()
        .where('workspace_id', '=', ctx.workspaceId)
        .where('ticket_id', '=', ticketId)
        .execute(),
    );
    expect(JSON.stringify(rows)).not.toMatch(/canary/i);
  });

  it('S17 a ticket of another workspace is the same as none', async () => {
    const { ticketId } = await openByMail(world.velo);
    const absent = '01234567-89ab-7def-8123-456789abcdef';
    for (const id of [ticketId, absent]) {
      await expect(world.acme.run(world.bob, ctx => ticketDetailOf(ctx, id))).rejects.toMatchObject({
        kind: 'NotFound',
        code: 'not-found',
      });
      await expect(world.acme.run(world.bob, ctx => assign(ctx, id, world.bob))).rejects.toMatchObject({
        kind: 'NotFound',
        code: 'not-found',
      });
    }
    await expect(
      world.acme.run(null, ctx => receive(ctx, incoming({ joins: ticketId }))),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
