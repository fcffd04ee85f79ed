import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { sendAside } from '../../desk/messages/index.ts';
import { postpone, setStatus } from '../../desk/tickets/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { drain } from '../../testing/drain.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { writeBatch } from './in/raw-batch.ts';
import { emlOf } from './out/mime.ts';
import { answer, letterOf, makeMailbox } from './out/sending.story.ts';
import { threadToken } from './out/thread-token.ts';

const desk = useDesk({ PUBLIC_URL: 'https://desk.example' });
let world: World;
let mailboxId: string;
const maker = 'atelier@serrures.example';
const partner = 'associe@serrures.example';

beforeAll(async () => {
  world = await makeWorld(desk);
  mailboxId = await makeMailbox(desk, world.velo, null, true);
});

const asLea = <T>(work: Parameters<typeof world.velo.run<T>>[1]) => world.velo.run(world.lea, work);
const canary = () => `canary${randomUUID().replaceAll('-', '')}`;

async function ticketWithSide(words = 'Avez-vous la pièce ?', to = [maker], cc: string[] = []) {
  const customer = `anne-${randomUUID().slice(0, 8)}@client.example`;
  const said = canary();
  const opened = await openByMail(world.velo, {
    mailboxId,
    text: said,
    sender: { name: 'Anne', email: customer },
  });
  const messageId = await aside(opened.ticketId, words, { to, cc });
  return { ...opened, customer, said, messageId, ...(await sideOf(messageId)) };
}

const aside = (
  ticketId: string,
  words: string,
  recipients = { to: [maker], cc: [] as string[] },
  sideId?: string,
) =>
  asLea(ctx =>
    sendAside(ctx, desk.secrets, ticketId, {
      ...{ sideId, subject: 'Antivol n° 12', recipients, html: `<p>${words}</p>`, fileIds: [] },
    }),
  );

async function sideOf(messageId: string) {
  return asLea(async ctx => {
    const message = await ctx.tx
      .selectFrom('messages')
      .select('side_id')
      .where('id', '=', messageId)
      .executeTakeFirstOrThrow();
    const mails = await ctx.tx
      .selectFrom('deliveries')
      .select(['id', 'recipient'])
      .where('message_id', '=', messageId)
      .where('purpose', '=', 'side')
      .execute();
    return { sideId: message.side_id!, mails };
  });
}

/** A mail that arrives at the token address of a mail of ours. Gives the message that it became. */
async function arrive(
  side: { ticketId: string; mails: { id: string; recipient: string }[] },
  from: string,
  words: string,
) {
  const { id: deliveryId, recipient } = side.mails[0]!;
  const token = threadToken(desk.secrets, {
    ...{ workspaceId: world.velo.id, ticketId: side.ticketId, deliveryId, recipient },
  });
  const to = `support+${token}@velo.example`;
  const raw = [
    `From: ${from}`,
    `To: ${to}`,
    'Subject: Re: Antivol',
    `Message-ID: <${randomUUID()}@x.example>`,
  ];
  await writeBatch(desk, [
    {
      ...{
        workspaceId: world.velo.id,
        mailboxId,
        source: 'lmtp' as const,
        envelopeFrom: from,
        envelopeTo: to,
      },
      raw: Buffer.from([...raw, '', words, ''].join('\r\n')),
    },
  ]);
  await drain(desk);
  return asLea(ctx =>
    ctx.tx.selectFrom('messages').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow(),
  );
}

const ticketNow = (id: string) =>
  asLea(ctx => ctx.tx.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow());

async function textOf(deliveryId: string) {
  const mail = await PostalMime.parse(
    await emlOf(desk.storage, await letterOf(desk, world.velo, deliveryId), new Date()),
  );
  return { ...mail, all: `${mail.text} ${mail.html}` };
}

describe('a side conversation', () => {
  it('LUM-34 goes to the third party with nothing of the customer’s, and leaves the ticket waiting as it was', async () => {
    const side = await ticketWithSide();
    const mail = await textOf(side.mails[0]!.id);
    expect(mail.subject).toBe('Antivol n° 12');
    expect(mail.all).toContain('Avez-vous la pièce');
    expect(mail.all).not.toContain(side.said);
    expect(mail.to).toEqual([expect.objectContaining({ address: maker })]);
    expect(JSON.stringify(mail.headers)).not.toContain(side.customer);
    const ticket = await ticketNow(side.ticketId);
    expect(ticket).toMatchObject({ status: 'new', first_replied_at: null, message_count: 2 });
    expect(ticket.waiting_since).not.toBeNull();
  });

  it('LUM-34 takes the answer as a note of the ticket, which no mail to the customer ever holds', async () => {
    const side = await ticketWithSide();
    const secret = canary();
    const message = await arrive(side, maker, `Prix d’achat : ${secret}`);
    expect(message).toMatchObject({
      ...{
        ticket_id: side.ticketId,
        kind: 'note',
        side_id: side.sideId,
        author_email: maker,
        author_id: null,
      },
    });
    const toCustomer = await answer(desk, world.velo, world.karim, side.ticketId, '<p>Bonjour Anne</p>');
    const mail = await textOf(toCustomer);
    expect(mail.all).toContain(side.said);
    for (const word of [secret, 'pièce', maker])
      expect(mail.all + JSON.stringify(mail.headers)).not.toContain(word);
  });

  it('quotes the side conversation when it goes on, and answers the third party’s mail', async () => {
    const side = await ticketWithSide();
    const theirs = await arrive(side, maker, 'Oui, deux en stock.');
    const next = await sideOf(await aside(side.ticketId, 'Envoyez-les.', undefined, side.sideId));
    expect(next.sideId).toBe(side.sideId);
    const mail = await textOf(next.mails[0]!.id);
    expect(mail.subject).toBe('Re: Antivol n° 12');
    expect(mail.inReplyTo).toBe(theirs.message_id);
    expect(mail.text).toContain('> Oui, deux en stock.');
    expect(mail.all).not.toContain(side.said);
  });

  it('S6 gives somebody added later nothing of what was said before', async () => {
    const side = await ticketWithSide('Mot de passe du local : 4711');
    const recipients = { to: [partner], cc: [] };
    const next = await sideOf(await aside(side.ticketId, 'Pouvez-vous aider ?', recipients, side.sideId));
    expect((await textOf(next.mails[0]!.id)).all).not.toContain('4711');
  });

  it('S5 takes answers from whoever was written to, and makes a stranger’s a new ticket with a hint', async () => {
    const side = await ticketWithSide('Avez-vous la pièce ?', [maker], [partner]);
    expect(await arrive(side, partner, 'Je réponds pour lui.')).toMatchObject({ side_id: side.sideId });
    const foreign = await arrive(side, 'eve@evil.example', 'Moi aussi.');
    expect(foreign.ticket_id).not.toBe(side.ticketId);
    expect(foreign.side_id).toBeNull();
    expect((await ticketNow(foreign.ticket_id)).hint).toMatchObject({ ticketNumber: side.number });
  });

  it('S5 keeps the customer’s own words the customer’s, even under a third party’s token', async () => {
    const side = await ticketWithSide();
    const message = await arrive(side, side.customer, 'On m’a transmis votre mail.');
    expect(message).toMatchObject({ ticket_id: side.ticketId, kind: 'public', side_id: null });
  });

  it('LIV-12 brings back a ticket that was postponed until the answer, and opens a solved one', async () => {
    const side = await ticketWithSide();
    await asLea(ctx => postpone(ctx, side.ticketId, new Date(Date.now() + 86_400_000)));
    await arrive(side, maker, 'La pièce est là.');
    expect((await ticketNow(side.ticketId)).status).toBe('new');
    await asLea(ctx => setStatus(ctx, side.ticketId, 'resolved'));
    await arrive(side, maker, 'Encore une chose.');
    expect(await ticketNow(side.ticketId)).toMatchObject({ status: 'new', resolved_at: null });
  });

  it('CHP-05 tells whoever wrote to the third party what they answered', async () => {
    const side = await ticketWithSide();
    await arrive(side, maker, 'Oui, deux en stock.');
    const told = await asLea(ctx =>
      ctx.tx
        .selectFrom('deliveries')
        .select(['id', 'recipient', 'purpose'])
        .where('ticket_id', '=', side.ticketId)
        .where('purpose', '=', 'side-answered')
        .execute(),
    );
    expect(told.map(one => one.recipient)).toEqual(['lea@velo.example']);
    const mail = await textOf(told[0]!.id);
    expect(mail.text).toContain('Oui, deux en stock.');
    expect(mail.text).toContain('parce que vous avez écrit');
  });

  it('refuses the customer and a mailbox as third parties, and a side conversation of another ticket', async () => {
    const side = await ticketWithSide();
    const other = await openByMail(world.velo, { mailboxId });
    const to = (address: string) => ({ to: [address], cc: [] });
    await expect(aside(side.ticketId, 'x', to(side.customer))).rejects.toMatchObject({
      code: 'side-to-customer',
    });
    const box = await asLea(ctx =>
      ctx.tx.selectFrom('mailboxes').select('address').where('id', '=', mailboxId).executeTakeFirstOrThrow(),
    );
    await expect(aside(side.ticketId, 'x', to(box.address))).rejects.toMatchObject({
      code: 'recipient-is-mailbox',
    });
    await expect(aside(other.ticketId, 'x', to(maker), side.sideId)).rejects.toMatchObject({ status: 404 });
  });

  it('LUM-34 the database keeps a message of a side conversation a note', async () => {
    const { messageId } = await ticketWithSide();
    await expect(
      asLea(ctx =>
        ctx.tx.updateTable('messages').set({ kind: 'public' }).where('id', '=', messageId).execute(),
      ),
    ).rejects.toThrow('messages_side_is_note');
  });
});
