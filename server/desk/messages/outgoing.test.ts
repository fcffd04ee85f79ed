// Undo after Send, and sending later: a reply that has not left is no message.
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tick } from '../../clock.ts';
import { openDatabase } from '../../platform/db/index.ts';
import { fileLink } from '../../platform/files/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { drain } from '../../testing/drain.ts';
import { incoming, makeWorld, openByMail, type World } from '../../testing/world.ts';
import { changeTicket, historyOf } from '../tickets/index.ts';
import { openSendingTasks } from './commit-outgoing.ts';
import { addUpload, forgottenUploads } from './files.ts';
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

const base = () => `/api/w/${world.velo.slug}`;
async function send(ticketId: string, body: object = {}, who = lea) {
  const given = { html: '<p>Nous vous attendons.</p>', delaySeconds: 10, ...body };
  return who.send('POST', `${base()}/tickets/${ticketId}/outgoing`, given);
}
const anHourAhead = () => new Date(Date.now() + 3_600_000).toISOString();
const messages = async (ticketId: string) =>
  (await lea.send('GET', `${base()}/tickets/${ticketId}/messages`)).body.messages;
const outgoing = async (ticketId: string) =>
  (await lea.send('GET', `${base()}/tickets/${ticketId}/outgoing`)).body.outgoing;
const write = (ticketId: string) =>
  world.velo.run(null, ctx => receive(ctx, incoming({ joins: ticketId, text: 'Au fait…' })));
const deliveries = (ticketId: string, purpose = 'reply') =>
  world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .where('ticket_id', '=', ticketId)
      .where('purpose', '=', purpose)
      .execute(),
  );

/** As if its moment had come. */
async function due(id: string) {
  const past = sql`update outgoing set send_at = now() - interval '1 minute'
    where workspace_id = ${world.velo.id} and id = ${id}`;
  await world.velo.run(null, ctx => past.execute(ctx.tx));
}
/** Karim, by an administrator. */
const edit = (change: object) => lea.send('PATCH', `${base()}/agents/${world.karim}`, change);
const commit = (id: string, platform = desk) =>
  openSendingTasks(platform)['reply.send']!(
    { workspaceId: world.velo.id, outgoingId: id },
    { number: 1, isLast: false },
  );
async function upload(name: string) {
  const stored = await desk.storage.put(Readable.from([Buffer.from(name)]), 1000);
  const file = { name, type: 'image/png', size: stored.size, sha256: stored.sha256, storageKey: stored.key };
  return world.velo.run(world.lea, ctx => addUpload(ctx, file));
}

describe('the seconds after Send', () => {
  it('the ticket stays as it is until the reply leaves, then it is an ordinary reply', async () => {
    const { ticketId } = await openByMail(world.velo);
    const { body, status } = await send(ticketId, { status: 'resolved' });
    expect([status, body.state, body.isScheduled]).toEqual([200, 'waiting', false]);
    await drain(desk);
    expect(await messages(ticketId)).toHaveLength(1);
    const before = await lea.send('GET', `${base()}/tickets/${ticketId}`);
    expect(before.body.status).toBe('new');
    // Too early: the job comes back at its time.
    await commit(body.id);
    expect(await outgoing(ticketId)).toHaveLength(1);
    await due(body.id);
    await commit(body.id);
    await commit(body.id);
    expect(await outgoing(ticketId)).toEqual([]);
    const [, sent] = await messages(ticketId);
    expect(sent).toMatchObject({ author: { type: 'agent', id: world.lea }, text: 'Nous vous attendons.' });
    expect(await deliveries(ticketId)).toHaveLength(1);
    expect((await lea.send('GET', `${base()}/tickets/${ticketId}`)).body.status).toBe('resolved');
  });

  it('undo gives text, files and recipients back, and nothing was sent', async () => {
    const { ticketId } = await openByMail(world.velo);
    const [image, paper] = [await upload('roue.png'), await upload('notice.png')];
    const src = fileLink(desk.secrets, world.velo.id, image.id, new Date());
    const recipients = {
      to: ['anne@client.example'],
      cc: ['ines@client.example'],
      bcc: ['chef@velo.example'],
    };
    const html = `<p>Voici <img src="${src}" alt="roue"></p>`;
    const { body } = await send(ticketId, { html, fileIds: [paper.id], recipients });
    // Meanwhile the files are neither forgotten nor sent with something else.
    const aged = sql`update files set created_at = 'epoch' where workspace_id = ${world.velo.id}`;
    await world.velo.run(null, ctx => aged.execute(ctx.tx));
    expect(await world.velo.run(null, ctx => forgottenUploads(ctx))).toEqual([]);
    expect((await send(ticketId, { fileIds: [paper.id] })).status).toBe(404);

    const back = await lea.send('POST', `${base()}/outgoing/${body.id}/withdraw`);
    expect(back.body).toMatchObject({
      ...recipients,
      files: [
        { id: paper.id, isInline: false },
        { id: image.id, isInline: true },
      ],
    });
    expect(back.body.html).toMatch(/<img src="\/files\/[\w-]+" alt="roue" \/>/);
    await due(body.id);
    await commit(body.id);
    expect(await messages(ticketId)).toHaveLength(1);
    expect(await deliveries(ticketId)).toEqual([]);
    expect(await world.velo.run(null, ctx => forgottenUploads(ctx))).toEqual([]);
    // What came back can be sent as it is.
    const again = await send(ticketId, { html: back.body.html, fileIds: [paper.id], recipients });
    await due(again.body.id);
    await commit(again.body.id);
    const sent = (await messages(ticketId))[1];
    expect(sent.files.map((file: { name: string }) => file.name)).toEqual(['notice.png', 'roue.png']);
    expect((await lea.send('POST', `${base()}/outgoing/${again.body.id}/withdraw`)).status).toBe(404);
  });

  it('only its writer can undo, change or send it', async () => {
    const { ticketId } = await openByMail(world.velo);
    const { body } = await send(ticketId);
    for (const [method, rest, with_] of [
      ['POST', '/withdraw', undefined],
      ['POST', '/send', {}],
      ['PATCH', '', { sendAt: anHourAhead() }],
    ] as const) {
      const refused = await karim.send(method, `${base()}/outgoing/${body.id}${rest}`, with_);
      expect([refused.status, refused.body.error]).toEqual([403, 'not-your-reply']);
    }
    expect((await karim.send('GET', `${base()}/outgoing`)).body.outgoing).toEqual([]);
    const mine = (await lea.send('GET', `${base()}/outgoing`)).body.outgoing;
    expect(mine.some((one: { id: string }) => one.id === body.id)).toBe(true);
  });

  it('LUM-23 P2 two processes and a hundred tries send one message', async () => {
    const { ticketId } = await openByMail(world.velo);
    const { body } = await send(ticketId);
    await due(body.id);
    const other = openDatabase({ url: desk.appUrl, max: 6 });
    const second = { ...desk, database: other };
    await Promise.all(Array.from({ length: 100 }, (_, i) => commit(body.id, i % 2 ? second : desk)));
    await other.close();
    expect(await messages(ticketId)).toHaveLength(2);
    expect(await deliveries(ticketId)).toHaveLength(1);
  });

  it('P2 a process that dies in the middle has sent nothing, and the clock has it sent once', async () => {
    const { ticketId } = await openByMail(world.velo);
    const { body } = await send(ticketId);
    await drain(desk);
    await due(body.id);
    const owner = new pg.Client({ connectionString: desk.ownerUrl });
    await owner.connect();
    // Everything is done except the commit, when the connection is cut.
    const dying = openDatabase({ url: desk.appUrl, max: 1 });
    dying.pool.on('error', () => {});
    dying.pool.on('connect', client => client.on('error', () => {}));
    const cut = dying.run(
      { workspaceId: world.velo.id, actor: { type: 'system', id: null, via: 'clock' } },
      async ctx => {
        const { commitReply } = await import('./commit-outgoing.ts');
        expect(await commitReply(ctx, body.id)).not.toBeNull();
        await owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and state = 'idle in transaction'`,
        );
      },
    );
    await expect(cut).rejects.toThrow();
    await dying.close().catch(() => {});
    await owner.end();
    expect(await messages(ticketId)).toHaveLength(1);
    await tick(desk);
    await tick(desk);
    await drain(desk);
    expect(await messages(ticketId)).toHaveLength(2);
    expect(await deliveries(ticketId)).toHaveLength(1);
  });
});

describe('a reply for later', () => {
  it('LUM-23 is held at once when the customer writes first, and its writer is told by mail', async () => {
    const { ticketId } = await openByMail(world.velo);
    const { body } = await send(ticketId, { sendAt: anHourAhead(), delaySeconds: undefined });
    expect(body).toMatchObject({ isScheduled: true, state: 'waiting' });
    const { messageId } = await write(ticketId);
    await drain(desk);
    expect(await outgoing(ticketId)).toMatchObject([{ state: 'held', reason: 'customer-wrote' }]);
    expect(await deliveries(ticketId, 'reply-held')).toMatchObject([
      { recipient: 'lea@velo.example', state: 'kept' },
    ]);
    await due(body.id);
    await commit(body.id);
    expect(await messages(ticketId)).toHaveLength(2);
    const blind = await lea.send('POST', `${base()}/outgoing/${body.id}/send`, { seenMessageId: null });
    expect(blind.body.error).toBe('newer-message');
    const sent = await lea.send('POST', `${base()}/outgoing/${body.id}/send`, { seenMessageId: messageId });
    expect(sent.body.message.text).toBe('Nous vous attendons.');
    expect(await outgoing(ticketId)).toEqual([]);
    const lines = await world.velo.run(null, ctx => historyOf(ctx, ticketId, 50));
    expect(lines.map(line => line.kind).filter(kind => kind.startsWith('message.'))).toEqual([
      'message.replied',
      'message.held',
      'message.received',
      'message.scheduled',
    ]);
    // The log holds ids, never what was written.
    expect(JSON.stringify(lines)).not.toContain('attendons');
  });

  it('LUM-23 is held when its moment comes before anybody could hold it', async () => {
    const { ticketId } = await openByMail(world.velo);
    const { body } = await send(ticketId);
    await write(ticketId);
    await due(body.id);
    await commit(body.id);
    expect(await outgoing(ticketId)).toMatchObject([{ state: 'held', reason: 'customer-wrote' }]);
    expect(await deliveries(ticketId)).toEqual([]);
  });

  it('D-27 of two agents within the same ten seconds one leaves, the other is held; one’s own two both leave', async () => {
    const { ticketId } = await openByMail(world.velo);
    const [first, second, third] = [
      await send(ticketId),
      await send(ticketId, {}, karim),
      await send(ticketId, { html: '<p>Et encore.</p>' }),
    ];
    for (const { body } of [first, second, third]) await due(body.id);
    for (const { body } of [first, second, third]) await commit(body.id);
    expect((await messages(ticketId)).map((one: { text: string }) => one.text).slice(1)).toEqual([
      'Nous vous attendons.',
      'Et encore.',
    ]);
    expect(await outgoing(ticketId)).toMatchObject([{ authorId: world.karim, reason: 'colleague-wrote' }]);
    // A teammate may take over what is stuck.
    const taken = await lea.send('POST', `${base()}/outgoing/${second.body.id}/withdraw`);
    expect(taken.status).toBe(200);
  });

  it('is held when the ticket was closed for good, and when its writer lost access or left', async () => {
    const closed = await openByMail(world.velo);
    const left = await openByMail(world.velo);
    const [one, two] = [await send(closed.ticketId), await send(left.ticketId, {}, karim)];
    await world.velo.run(null, ctx =>
      changeTicket(ctx, closed.ticketId, () => ({
        kind: 'ticket.closed',
        facts: { reason: 'solved-long-ago' },
        set: { status: 'closed' },
      })),
    );
    await edit({ folderIds: [] });
    for (const { body } of [one, two]) await due(body.id);
    for (const { body } of [one, two]) await commit(body.id);
    expect(await outgoing(closed.ticketId)).toMatchObject([{ reason: 'ticket-closed' }]);
    expect(await outgoing(left.ticketId)).toMatchObject([{ reason: 'no-access' }]);
    await edit({ folderIds: null });
    const third = await send(left.ticketId, {}, karim);
    await edit({ isDisabled: true });
    await due(third.body.id);
    await commit(third.body.id);
    expect(await outgoing(left.ticketId)).toMatchObject([{ reason: 'no-access' }, { reason: 'author-left' }]);
    await drain(desk);
    // Nobody writes to who has left.
    const told = await deliveries(left.ticketId, 'reply-held');
    expect(told.map(mail => mail.recipient)).not.toContain('karim@velo.example');
  });

  it('can be moved, not into the past, and its time is kept', async () => {
    const { ticketId } = await openByMail(world.velo);
    const past = await send(ticketId, { sendAt: new Date(0).toISOString(), delaySeconds: undefined });
    expect([past.status, past.body.error]).toEqual([422, 'send-at-past']);
    const far = await send(ticketId, { sendAt: '2099-01-01T00:00:00Z', delaySeconds: undefined });
    expect(far.body.error).toBe('send-at-far');
    const { body } = await send(ticketId);
    const sendAt = anHourAhead();
    const moved = await lea.send('PATCH', `${base()}/outgoing/${body.id}`, { sendAt });
    expect(moved.body).toMatchObject({ sendAt, isScheduled: true });
    await drain(desk);
    expect(await messages(ticketId)).toHaveLength(1);
  });
});
