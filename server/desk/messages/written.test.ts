import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileLink } from '../../platform/files/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { ticketDetailOf } from '../tickets/index.ts';
import { conversationOf } from './conversation.ts';
import { addUpload } from './files.ts';
import { writeNote } from './note.ts';
import { openByAgent } from './open-by-agent.ts';
import { reply } from './reply.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

const conversation = (ticketId: string) =>
  world.velo.run(world.lea, async ctx => (await conversationOf(ctx, desk.secrets, ticketId)).messages);
const deliveries = (ticketId: string) =>
  world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .where('ticket_id', '=', ticketId)
      .execute(),
  );

async function upload(name: string, bytes: string | Buffer, agent = world.lea) {
  const stored = await desk.storage.put(Readable.from([Buffer.from(bytes)]), 10_000_000);
  const file = { name, type: 'image/png', size: stored.size, sha256: stored.sha256, storageKey: stored.key };
  return world.velo.run(agent, ctx => addUpload(ctx, file));
}

describe('what agents write', () => {
  it('LUM-03 P2 a reply, its status and its mail in the outbox are one transaction', async () => {
    const { ticketId } = await openByMail(world.velo);
    await world.velo.run(world.lea, ctx =>
      reply(ctx, desk.secrets, ticketId, {
        html: '<p>Bonjour <strong>Anne</strong></p>',
        fileIds: [],
        status: 'pending',
      }),
    );
    const [mail] = await deliveries(ticketId);
    expect(mail).toMatchObject({ purpose: 'reply', recipient: 'anne@client.example', state: 'queued' });
    const { ticketId: other } = await openByMail(world.velo);
    const failing = world.velo.run(world.lea, async ctx => {
      await reply(ctx, desk.secrets, other, { html: '<p>Bonjour</p>', fileIds: [], status: 'pending' });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await conversation(other)).toHaveLength(1);
    expect(await deliveries(other)).toHaveLength(0);
    expect((await world.velo.run(world.lea, ctx => ticketDetailOf(ctx, other))).status).toBe('new');
  });

  it('LUM-18 S12 rich text keeps its structure and loses what could act', async () => {
    const { ticketId } = await openByMail(world.velo);
    const html =
      '<h2>Titre</h2><p onclick="x()">a<script>x()</script> <a href="javascript:x()">b</a> <a href="https://velo.example">c</a></p><ul><li>d</li></ul><blockquote>e</blockquote><img src="https://spy.example/a.png"><iframe src="//x"></iframe>';
    await world.velo.run(world.lea, ctx =>
      reply(ctx, desk.secrets, ticketId, { html, fileIds: [], status: 'pending' }),
    );
    const written = (await conversation(ticketId))[1]!;
    expect(written.html).toBe(
      '<h2>Titre</h2><p>a <a target="_blank" rel="noopener noreferrer">b</a> <a href="https://velo.example" target="_blank" rel="noopener noreferrer">c</a></p><ul><li>d</li></ul><blockquote>e</blockquote>',
    );
    expect(written.text).toContain('Titre');
  });

  it('LUM-19 an image in the text becomes an inline file of the message', async () => {
    const { ticketId } = await openByMail(world.velo);
    const image = await upload('roue.png', 'png');
    const src = fileLink(desk.secrets, world.velo.id, image.id, new Date());
    await world.velo.run(world.lea, ctx =>
      reply(ctx, desk.secrets, ticketId, {
        html: `<p>Voici <img src="${src}" alt="roue"></p>`,
        fileIds: [],
        status: 'pending',
      }),
    );
    const written = (await conversation(ticketId))[1]!;
    expect(written.files).toMatchObject([{ id: image.id, isInline: true }]);
    expect(written.html).toMatch(/<img src="\/files\/[\w-]+" alt="roue" \/>/);
    const stored = await world.velo.run(null, ctx =>
      ctx.tx
        .selectFrom('messages')
        .select('html')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('id', '=', written.id)
        .executeTakeFirstOrThrow(),
    );
    expect(stored.html).toContain(`cid:${image.id}`);
  });

  it('LUM-20 LUM-21 several files are attached once, only the writer’s own, within the limits', async () => {
    const { ticketId } = await openByMail(world.velo);
    const files = [await upload('a.png', 'a'), await upload('b.png', 'b')];
    const fileIds = files.map(file => file.id);
    await world.velo.run(world.lea, ctx =>
      reply(ctx, desk.secrets, ticketId, { html: '<p>Ci-joint</p>', fileIds, status: 'pending' }),
    );
    expect((await conversation(ticketId))[1]!.files.map(file => file.name)).toEqual(['a.png', 'b.png']);
    const again = world.velo.run(world.lea, ctx =>
      reply(ctx, desk.secrets, ticketId, { html: '<p>Encore</p>', fileIds, status: 'pending' }),
    );
    await expect(again).rejects.toMatchObject({ kind: 'NotFound' });
    const karims = await upload('c.png', 'c', world.karim);
    const stolen = world.velo.run(world.lea, ctx =>
      reply(ctx, desk.secrets, ticketId, { html: '<p>x</p>', fileIds: [karims.id], status: 'pending' }),
    );
    await expect(stolen).rejects.toMatchObject({ kind: 'NotFound' });
    const parts = await Promise.all([1, 2, 3, 4].map(n => upload(`${n}.png`, Buffer.alloc(7_000_000))));
    const huge = world.velo.run(world.lea, ctx =>
      reply(ctx, desk.secrets, ticketId, {
        html: '<p>x</p>',
        fileIds: parts.map(one => one.id),
        status: 'pending',
      }),
    );
    await expect(huge).rejects.toMatchObject({ code: 'message-too-large', facts: { limit: 25 } });
  });

  it('LUM-34 a note queues no mail and changes neither status nor preview', async () => {
    const { ticketId } = await openByMail(world.velo);
    const before = await world.velo.run(world.lea, ctx => ticketDetailOf(ctx, ticketId));
    await world.velo.run(world.lea, ctx =>
      writeNote(ctx, desk.secrets, ticketId, { html: '<p>canary-9</p>', fileIds: [] }),
    );
    const after = await world.velo.run(world.lea, ctx => ticketDetailOf(ctx, ticketId));
    expect(await deliveries(ticketId)).toHaveLength(0);
    expect([after.status, after.preview, after.lastMessageAt]).toEqual([
      before.status,
      before.preview,
      before.lastMessageAt,
    ]);
    expect((await conversation(ticketId)).map(message => message.kind)).toEqual(['public', 'note']);
  });

  it('LUM-28 LUM-29 LUM-32 LIV-30 an agent opens a ticket to a customer, filed, assigned, with body and file', async () => {
    const file = await upload('devis.pdf', '%PDF');
    const input = {
      requester: { email: 'neuf@client.example', name: 'Paul Neuf' },
      subject: 'Votre devis',
      html: '<p>Voici votre <strong>devis</strong>.</p>',
      fileIds: [file.id],
      assigneeId: world.karim,
      priority: 'high' as const,
      tagIds: [],
      sendsMail: true,
    };
    const id = await world.velo.run(world.lea, ctx => openByAgent(ctx, desk.secrets, input));
    const ticket = await world.velo.run(world.lea, ctx => ticketDetailOf(ctx, id));
    expect(ticket).toMatchObject({
      status: 'pending',
      channel: 'agent',
      assigneeId: world.karim,
      priority: 'high',
      requester: { name: 'Paul Neuf', email: 'neuf@client.example' },
      hasFiles: true,
      waitingSince: null,
    });
    expect(await deliveries(id)).toMatchObject([{ purpose: 'opening', recipient: 'neuf@client.example' }]);
  });

  it('LIV-30 LUM-02 what an agent records for a customer is a new ticket by that customer, and nothing is mailed', async () => {
    const input = {
      requester: { email: 'tel@client.example', name: 'Rita Tel' },
      subject: 'Appel',
      html: '<p>Demande un rendez-vous</p>',
      fileIds: [],
      priority: 'medium' as const,
      tagIds: [],
      sendsMail: false,
    };
    const id = await world.velo.run(world.lea, ctx => openByAgent(ctx, desk.secrets, input));
    expect((await world.velo.run(world.lea, ctx => ticketDetailOf(ctx, id))).status).toBe('new');
    expect((await conversation(id))[0]!.author).toMatchObject({ type: 'contact', name: 'Rita Tel' });
    expect(await deliveries(id)).toHaveLength(0);
  });

  it('an empty message is refused, and says so', async () => {
    const { ticketId } = await openByMail(world.velo);
    const empty = world.velo.run(world.lea, ctx =>
      reply(ctx, desk.secrets, ticketId, {
        html: '<p> </p><script>x</script>',
        fileIds: [],
        status: 'pending',
      }),
    );
    await expect(empty).rejects.toMatchObject({ code: 'empty-message' });
  });
});
