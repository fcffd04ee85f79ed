// S9 and issue 4, points 4 and 5: what comes back about our mails.
import { beforeAll, describe, expect, it } from 'vitest';
import { setStatus } from '../../../desk/tickets/index.ts';
import { settleDelivery } from '../../../platform/outbox/index.ts';
import { type Browser, openBrowser } from '../../../testing/browser.ts';
import { useDesk } from '../../../testing/desk.ts';
import { drain } from '../../../testing/drain.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import { addMailbox } from '../index.ts';
import { answerTicket, letterOf, outboxRow } from '../out/sending.story.ts';
import { writeBatch } from './raw-batch.ts';

const desk = useDesk();
const support = 'support@velo.example';
let world: World;
let mailboxId: string;
let lea: Browser;
beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  const rest = { folderId: null, teamId: null, acknowledges: true, usesPlusAddress: false, isEnabled: true };
  const box = { name: 'Support', address: support, imap: null, smtp: null, language: 'fr' as const, ...rest };
  mailboxId = (await world.velo.run(null, ctx => addMailbox(ctx, desk.secrets, box))).id;
});

/** A reply of Karim's that its server has taken. */
async function sent() {
  const answered = await answerTicket(desk, world.velo, world.karim, mailboxId);
  const { messageId } = await letterOf(desk, world.velo, answered.deliveryId);
  await world.velo.run(null, ctx =>
    settleDelivery(ctx, answered.deliveryId, { state: 'accepted', detail: '250 2.0.0 queued' }),
  );
  return { ...answered, mailId: messageId };
}
type Sent = Awaited<ReturnType<typeof sent>>;

let count = 0;
/** A report (RFC 3464) about a mail, as Postfix writes it. */
function report(
  { email, mailId }: Pick<Sent, 'email' | 'mailId'>,
  { action = 'failed', status = '5.1.1', words = `550 5.1.1 <${email}>: User unknown` } = {},
) {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    `To: ${support}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <report${++count}@mx.example>`,
    'MIME-Version: 1.0',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${email}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${words}`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `From: ${support}`,
    `Message-ID: ${mailId}`,
    'Subject: Re: Mon vélo grince',
    '--b--',
  ];
}

/** The home-grown form of qmail: words alone, with a copy below. */
function qmail({ email, mailId }: Pick<Sent, 'email' | 'mailId'>) {
  return [
    'From: MAILER-DAEMON@qmail.example',
    `To: ${support}`,
    'Subject: failure notice',
    `Message-ID: <qmail${++count}@qmail.example>`,
    '',
    'Hi. This is the qmail-send program at qmail.example.',
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    '',
    `<${email}>:`,
    '192.0.2.1 does not like recipient.',
    'Remote host said: 550 5.1.1 No such user here',
    'Giving up on 192.0.2.1.',
    '',
    '--- Below this line is a copy of the message.',
    '',
    `Message-ID: ${mailId}`,
    'Subject: Re: Mon vélo grince',
    '',
    'Bonjour Anne',
  ];
}

async function arrive(lines: string[]) {
  const raw = Buffer.from(lines.join('\r\n'));
  await writeBatch(desk, [
    { workspaceId: world.velo.id, mailboxId, source: 'lmtp', envelopeFrom: '', envelopeTo: support, raw },
  ]);
  await drain(desk);
}

const rowsOf = (table: 'tickets' | 'raw_mails') =>
  world.velo.run(null, ctx => ctx.tx.selectFrom(table).selectAll().orderBy('id').execute());
const ticketOf = (id: string) =>
  world.velo.run(null, ctx =>
    ctx.tx.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
const noticesOf = (ticketId: string) =>
  world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .select(['recipient', 'content'])
      .where('ticket_id', '=', ticketId)
      .where('purpose', '=', 'undelivered')
      .execute(),
  );
/** What the history tells of the reply; the notices to agents are mails as well. */
const kindsOf = (ticketId: string) =>
  world.velo.run(null, async ctx => {
    const rows = await ctx.tx
      .selectFrom('events')
      .select(['kind', 'facts'])
      .where('ticket_id', '=', ticketId)
      .orderBy('id')
      .execute();
    return rows.filter(row => row.facts.purpose === 'reply').map(row => row.kind);
  });

describe('a mail that came back', () => {
  it.each([
    ['as a standard report', report],
    ['in words alone', qmail],
  ])('%s is told below its message, reopens the ticket and opens none of its own', async (_name, write) => {
    const mail = await sent();
    expect((await ticketOf(mail.ticketId)).status).toBe('pending');
    const before = (await rowsOf('tickets')).length;
    await arrive(write(mail));
    expect((await rowsOf('tickets')).length).toBe(before);
    const row = await outboxRow(world.velo, mail.deliveryId);
    expect(row).toMatchObject({ state: 'bounced', is_dead: true });
    expect(row.detail).toMatch(/550 5\.1\.1/);
    const ticket = await ticketOf(mail.ticketId);
    expect([ticket.status, ticket.waiting_since === null]).toEqual(['open', false]);
    expect(await kindsOf(mail.ticketId)).toEqual(['delivery.bounced']);
    // Nobody has the ticket, so its writer is told, once.
    expect(await noticesOf(mail.ticketId)).toMatchObject([
      { recipient: 'karim@velo.example', content: { recipient: mail.email } },
    ]);
    const path = `/api/w/${world.velo.slug}`;
    const { body } = await lea.send('GET', `${path}/tickets/${mail.number}/messages`);
    const shown = body.messages.at(-1).deliveries[0];
    expect(shown).toMatchObject({ state: 'bounced', isDead: true });
    const fetched = await lea.send('GET', shown.reportUrl);
    expect([fetched.status, fetched.headers['content-type']]).toEqual([200, 'message/rfc822']);
  });

  it('the same report twice changes nothing more, and one about it in other words neither', async () => {
    const mail = await sent();
    const lines = report(mail);
    await arrive(lines);
    await arrive(report(mail));
    await arrive(qmail(mail));
    expect(await kindsOf(mail.ticketId)).toEqual(['delivery.bounced']);
    expect(await noticesOf(mail.ticketId)).toHaveLength(1);
  });

  it('a delay is told and reopens nothing; a full mailbox is no dead address', async () => {
    const mail = await sent();
    await arrive(report(mail, { action: 'delayed', status: '4.4.1', words: '451 4.4.1 timed out' }));
    expect(await outboxRow(world.velo, mail.deliveryId)).toMatchObject({ state: 'delayed', is_dead: null });
    expect((await ticketOf(mail.ticketId)).status).toBe('pending');
    expect(await noticesOf(mail.ticketId)).toEqual([]);
    await arrive(report(mail, { status: '5.2.2', words: '552 5.2.2 mailbox full' }));
    expect(await outboxRow(world.velo, mail.deliveryId)).toMatchObject({ state: 'bounced', is_dead: false });
    expect(await kindsOf(mail.ticketId)).toEqual(['delivery.delayed', 'delivery.bounced']);
  });

  it('S5 nobody makes us believe it of a mail that they have not seen: it opens a ticket and changes nothing', async () => {
    const mail = await sent();
    const forged = mail.mailId.replace(/.(?=.@)/, letter => (letter === 'a' ? 'b' : 'a'));
    await arrive(report({ ...mail, mailId: forged }));
    await arrive(report({ ...mail, mailId: '<anything@velo.example>' }));
    expect((await outboxRow(world.velo, mail.deliveryId)).state).toBe('accepted');
    expect((await ticketOf(mail.ticketId)).status).toBe('pending');
  });

  it('S9 a report is never acknowledged, whether it is about one of ours or not', async () => {
    const mail = await sent();
    await arrive(report(mail));
    await arrive(report({ ...mail, mailId: '<anything@velo.example>' }));
    const rows = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('deliveries').select('recipient').where('purpose', '=', 'acknowledgement').execute(),
    );
    expect(rows.filter(row => /daemon/i.test(row.recipient))).toEqual([]);
  });

  it('the one who has the ticket is told instead of its writer; a solved ticket is open again; sent anew, it is on its way', async () => {
    const mail = await sent();
    const path = `/api/w/${world.velo.slug}`;
    await lea.send('PUT', `${path}/tickets/${mail.ticketId}/assignee`, { agentId: world.nina });
    await world.velo.run(world.nina, ctx => setStatus(ctx, mail.ticketId, 'resolved'));
    await arrive(report(mail));
    expect(await ticketOf(mail.ticketId)).toMatchObject({ status: 'open', resolved_at: null });
    expect(await noticesOf(mail.ticketId)).toMatchObject([{ recipient: 'nina@velo.example' }]);
    const again = await lea.send('POST', `${path}/deliveries/${mail.deliveryId}/retry`);
    expect(again.status).toBe(204);
    expect(await outboxRow(world.velo, mail.deliveryId)).toMatchObject({ state: 'queued', is_dead: null });
  });

  it('it goes to another address as the same message, which may answer from there; the ticket waits for the customer again', async () => {
    const mail = await sent();
    const path = `/api/w/${world.velo.slug}/deliveries/${mail.deliveryId}/elsewhere`;
    // What has arrived, or may have, goes nowhere else.
    expect((await lea.send('POST', path, { address: 'anne@home.example' })).status).toBe(404);
    await arrive(report(mail));
    expect((await lea.send('POST', path, { address: support })).body.error).toBe('recipient-is-mailbox');
    expect((await lea.send('POST', path, { address: 'Anne@Home.example' })).status).toBe(204);
    expect(await ticketOf(mail.ticketId)).toMatchObject({ status: 'pending', waiting_since: null });
    expect((await lea.send('POST', path, { address: 'anne@home.example' })).body.error).toBe(
      'sent-there-already',
    );
    const [row] = await world.velo.run(null, ctx =>
      ctx.tx
        .selectFrom('deliveries')
        .selectAll()
        .where('ticket_id', '=', mail.ticketId)
        .where('recipient', '=', 'anne@home.example')
        .execute(),
    );
    const letter = await letterOf(desk, world.velo, row!.id);
    expect(letter.to.address).toBe('anne@home.example');
    expect(letter.text).toContain('Bonjour Anne, passez nous voir.');
    const raw = Buffer.from(
      [
        'From: anne@home.example',
        `To: ${support}`,
        'Subject: Re: Mon vélo grince',
        'Message-ID: <home@home.example>',
        `In-Reply-To: ${letter.messageId}`,
        '',
        'Merci, je viens demain.',
      ].join('\r\n'),
    );
    await writeBatch(desk, [
      {
        workspaceId: world.velo.id,
        mailboxId,
        source: 'lmtp',
        envelopeFrom: 'anne@home.example',
        envelopeTo: support,
        raw,
      },
    ]);
    await drain(desk);
    const { body } = await lea.send('GET', `/api/w/${world.velo.slug}/tickets/${mail.ticketId}/messages`);
    expect(body.messages.at(-1).text).toBe('Merci, je viens demain.');
  });
});
