import { beforeAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../testing/desk.ts';
import { drain } from '../../testing/drain.ts';
import { incoming, makeWorld, openByMail, type World } from '../../testing/world.ts';
import { setStatus } from '../tickets/index.ts';
import { moveBack, moveMessage } from './move.ts';
import { receive } from './receive.ts';
import { reply } from './reply.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

const asLea = <T>(work: Parameters<typeof world.velo.run<T>>[1]) => world.velo.run(world.lea, work);

/** Every column of a ticket that a move may touch, and its messages and files. */
function stateOf(...ids: string[]) {
  return asLea(async ctx => {
    const tickets = await ctx.tx
      .selectFrom('tickets')
      .selectAll()
      .where('id', 'in', ids)
      .orderBy('id')
      .execute();
    const messages = await ctx.tx
      .selectFrom('messages')
      .selectAll()
      .where('ticket_id', 'in', ids)
      .orderBy('id')
      .execute();
    const files = await ctx.tx
      .selectFrom('files')
      .selectAll()
      .where('ticket_id', 'in', ids)
      .orderBy('id')
      .execute();
    const participants = await ctx.tx
      .selectFrom('ticket_participants')
      .selectAll()
      .where('ticket_id', 'in', ids)
      .execute();
    return { tickets: tickets.map(({ last_event_id: _, ...rest }) => rest), messages, files, participants };
  });
}

const ticket = (id: string) =>
  asLea(ctx => ctx.tx.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow());

const file = {
  name: 'vélo.jpg',
  type: 'image/jpeg',
  size: 3,
  sha256: Buffer.alloc(32, 1),
  storageKey: 'none',
  contentId: null,
  isInline: false,
};
const sender = (who: string) => ({ name: who, email: `${who.toLowerCase()}@client.example` });

describe('this belongs elsewhere', () => {
  it('moves an only message: its ticket is merged, the other one waits for an answer again', async () => {
    const asked = await openByMail(world.velo, { sender: sender('Paul') });
    await asLea(ctx =>
      reply(ctx, desk.secrets, asked.ticketId, { html: '<p>Oui</p>', fileIds: [], status: 'pending' }),
    );
    const stray = await openByMail(world.velo, {
      sender: sender('Paula'),
      files: [file],
      text: 'Merci, et encore ?',
    });
    const before = await stateOf(asked.ticketId, stray.ticketId);
    const moved = await asLea(ctx => moveMessage(ctx, stray.messageId, String(asked.number), true));
    expect(moved).toMatchObject({ ticketNumber: asked.number, fromNumber: stray.number });
    expect(await ticket(stray.ticketId)).toMatchObject({
      status: 'merged',
      merged_into: asked.ticketId,
      message_count: 0,
      has_files: false,
      waiting_since: null,
    });
    expect(await ticket(asked.ticketId)).toMatchObject({
      status: 'open',
      message_count: 3,
      has_files: true,
      preview: 'Merci, et encore ?',
    });
    await asLea(ctx => moveBack(ctx, stray.messageId, moved.eventId));
    expect(await stateOf(asked.ticketId, stray.ticketId)).toEqual(before);
  });

  it('makes a message a ticket of its own, and back', async () => {
    const asked = await openByMail(world.velo, { sender: sender('Rosa') });
    await asLea(ctx =>
      reply(ctx, desk.secrets, asked.ticketId, { html: '<p>Oui</p>', fileIds: [], status: 'pending' }),
    );
    const second = await world.velo.run(null, ctx =>
      receive(
        ctx,
        incoming({ sender: sender('Rosa'), joins: asked.ticketId, subject: 'Une facture', files: [file] }),
      ),
    );
    const before = await stateOf(asked.ticketId);
    const moved = await asLea(ctx => moveMessage(ctx, second.messageId, null));
    // Nothing is unanswered there any more.
    expect(await ticket(asked.ticketId)).toMatchObject({
      status: 'pending',
      waiting_since: null,
      has_files: false,
    });
    const own = await asLea(ctx =>
      ctx.tx
        .selectFrom('tickets')
        .selectAll()
        .where('number', '=', moved.ticketNumber)
        .executeTakeFirstOrThrow(),
    );
    expect(own).toMatchObject({
      status: 'new',
      subject: 'Une facture',
      requester_email: 'rosa@client.example',
      hint: { code: 'moved-from', ticketNumber: asked.number },
      has_files: true,
      message_count: 1,
    });
    await drain(desk);
    await asLea(ctx => moveBack(ctx, second.messageId, moved.eventId));
    expect(await stateOf(asked.ticketId)).toEqual(before);
    expect(await ticket(own.id)).toMatchObject({
      status: 'merged',
      merged_into: asked.ticketId,
      message_count: 0,
    });
  });

  it('what comes later for a merged ticket, and who may write, follows the move', async () => {
    const asked = await openByMail(world.velo, { sender: sender('Zoé') });
    const stray = await openByMail(world.velo, { sender: sender('Colin') });
    const moved = await asLea(ctx => moveMessage(ctx, stray.messageId, asked.ticketId, true));
    const participants = () =>
      asLea(ctx =>
        ctx.tx
          .selectFrom('ticket_participants')
          .select('address')
          .where('ticket_id', '=', asked.ticketId)
          .execute(),
      );
    expect(await participants()).toEqual([{ address: 'colin@client.example' }]);
    await asLea(ctx => moveBack(ctx, stray.messageId, moved.eventId));
    expect(await participants()).toEqual([]);
  });

  it('refuses what makes no sense, and what has changed since', async () => {
    const one = await openByMail(world.velo, { sender: sender('Ugo') });
    const other = await openByMail(world.velo, { sender: sender('Vera') });
    const third = await openByMail(world.velo, { sender: sender('Wanda') });
    const fails = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });
    await fails(
      asLea(ctx => moveMessage(ctx, one.messageId, one.ticketId)),
      'move-not-possible',
    );
    await fails(
      asLea(ctx => moveMessage(ctx, one.messageId, null)),
      'move-not-possible',
    );
    await fails(
      asLea(ctx => moveMessage(ctx, one.messageId, '987654')),
      'not-found',
    );
    const answer = await asLea(ctx =>
      reply(ctx, desk.secrets, one.ticketId, { html: '<p>Oui</p>', fileIds: [], status: 'pending' }),
    );
    await fails(
      asLea(ctx => moveMessage(ctx, answer, other.ticketId)),
      'move-not-possible',
    );
    await asLea(ctx => setStatus(ctx, third.ticketId, 'resolved'));
    const moved = await asLea(ctx => moveMessage(ctx, one.messageId, other.ticketId));
    await asLea(ctx => moveMessage(ctx, one.messageId, third.ticketId));
    expect((await ticket(third.ticketId)).status).toBe('new');
    await fails(
      asLea(ctx => moveBack(ctx, one.messageId, moved.eventId)),
      'changed-since',
    );
    await fails(
      asLea(ctx => moveBack(ctx, other.messageId, moved.eventId)),
      'undo-not-possible',
    );
  });

  it('two moves between the same tickets at once both come to an end', async () => {
    const one = await openByMail(world.velo, { sender: sender('Xavier') });
    const other = await openByMail(world.velo, { sender: sender('Yann') });
    const results = await Promise.allSettled([
      asLea(ctx => moveMessage(ctx, one.messageId, other.ticketId)),
      asLea(ctx => moveMessage(ctx, other.messageId, one.ticketId)),
    ]);
    expect(results.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
