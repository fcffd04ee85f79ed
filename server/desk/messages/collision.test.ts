// LUM-23, D-27: nobody answers past words that they have not read, and one Send is one message.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { incoming, makeWorld, openByMail, type World } from '../../testing/world.ts';
import { receive } from './receive.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
beforeAll(async () => {
  world = await makeWorld(desk);
  [lea, karim] = [await openBrowser(desk, 'lea@velo.example'), await openBrowser(desk, 'karim@velo.example')];
});
afterAll(async () => {
  await lea?.close();
  await karim?.close();
});

const path = (ticketId: string, rest: string) => `/api/w/${world.velo.slug}/tickets/${ticketId}/${rest}`;
const answer = (who: Browser, ticketId: string, body: object, key?: string) =>
  who.send(
    'POST',
    path(ticketId, 'replies'),
    { html: '<p>Bonjour</p>', ...body },
    key ? { 'idempotency-key': key } : {},
  );
const write = (ticketId: string) =>
  world.velo.run(null, ctx => receive(ctx, incoming({ joins: ticketId, text: 'Encore ceci.' })));
const said = async (ticketId: string) =>
  (await lea.send('GET', path(ticketId, 'messages'))).body.messages as {
    id: string;
    author: { type: string };
  }[];

describe('a reply to a conversation that went on', () => {
  it('LUM-23 is refused with what is newer, and goes out once that was seen', async () => {
    const { ticketId, messageId: first } = await openByMail(world.velo);
    const { messageId: second } = await write(ticketId);
    const key = randomUUID();
    const refused = await answer(lea, ticketId, { seenMessageId: first }, key);
    expect([refused.status, refused.body.error, refused.body.facts]).toEqual([
      409,
      'newer-message',
      { messageIds: [second] },
    ]);
    expect(await said(ticketId)).toHaveLength(2);
    // The refused try has not used the key up.
    const sent = await answer(lea, ticketId, { seenMessageId: second }, key);
    expect(sent.status).toBe(200);
    const again = await answer(lea, ticketId, { seenMessageId: second }, key);
    expect(again.body).toEqual(sent.body);
    const other = await answer(lea, ticketId, { seenMessageId: second, html: '<p>Autre</p>' }, key);
    expect([other.status, other.body.error]).toEqual([422, 'key-reused']);
    expect(await said(ticketId)).toHaveLength(3);
  });

  it('LUM-23 D-27 of two agents who answer at the same moment one is refused', async () => {
    const { ticketId, messageId: seenMessageId } = await openByMail(world.velo);
    const answers = await Promise.all(
      [lea, karim, lea, karim].map(who => answer(who, ticketId, { seenMessageId })),
    );
    expect(answers.map(one => one.status).sort()).toEqual([200, 409, 409, 409]);
    expect((await said(ticketId)).filter(one => one.author.type === 'agent')).toHaveLength(1);
  });

  it('D-27 a double click, a retry and a second tab send once', async () => {
    const { ticketId, messageId: seenMessageId } = await openByMail(world.velo);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => answer(lea, ticketId, { seenMessageId }, key)),
    );
    expect(new Set(answers.map(one => JSON.stringify(one.body))).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
    expect(await said(ticketId)).toHaveLength(2);
  });

  it('the draft that a reply was written as is gone with Send, also when it leaves later', async () => {
    const { ticketId } = await openByMail(world.velo);
    const content = { html: '<p>À tout à l’heure.</p>' };
    const drafts = path(ticketId, 'drafts');
    expect((await lea.send('PUT', drafts, { mode: 'reply', content, base: 0, tab: 't' })).status).toBe(200);
    expect((await lea.send('GET', drafts)).body.mine).toHaveLength(1);
    await lea.send('POST', path(ticketId, 'outgoing'), { ...content, delaySeconds: 10 });
    expect((await lea.send('GET', drafts)).body.mine).toEqual([]);
  });

  it('LUM-23 what nobody has shown yet is newer than nothing, and a note is no public message', async () => {
    const { ticketId, messageId } = await openByMail(world.velo);
    const blind = await answer(lea, ticketId, { seenMessageId: null });
    expect(blind.body.facts).toEqual({ messageIds: [messageId] });
    const note = await lea.send('POST', path(ticketId, 'notes'), { html: '<p>Entre nous</p>' });
    expect((await answer(lea, ticketId, { seenMessageId: note.body.message.id })).status).toBe(404);
    expect((await answer(lea, ticketId, { seenMessageId: messageId })).status).toBe(200);
    // A program that compares nothing may still answer.
    expect((await answer(lea, ticketId, {})).status).toBe(200);
    const foreign = await openByMail(world.acme);
    expect((await answer(lea, ticketId, { seenMessageId: foreign.messageId })).status).toBe(404);
  });

  it('LUM-23 a message whose id is older than the one that was seen counts as newer', async () => {
    const { ticketId } = await openByMail(world.velo);
    let late: Promise<{ messageId: string }> | undefined;
    // The customer's mail begins first and waits for the ticket, which an agent is answering.
    const seen = await world.velo.run(world.lea, async ctx => {
      await ctx.tx.selectFrom('tickets').select('id').where('id', '=', ticketId).forUpdate().execute();
      late = write(ticketId);
      await new Promise(soon => setTimeout(soon, 300));
      const { reply } = await import('./reply.ts');
      return reply(ctx, desk.secrets, ticketId, { html: '<p>Oui</p>', fileIds: [], status: 'pending' });
    });
    const { messageId } = await late!;
    expect(messageId < seen).toBe(true);
    const refused = await answer(karim, ticketId, { seenMessageId: seen });
    expect(refused.body.facts).toEqual({ messageIds: [messageId] });
    expect((await answer(karim, ticketId, { seenMessageId: messageId })).status).toBe(200);
  });
});
