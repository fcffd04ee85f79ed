import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailOf, mboxOf } from '../../../testing/archives.ts';
import { useDesk } from '../../../testing/desk.ts';
import { drain } from '../../../testing/drain.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import { writeBatch } from '../in/raw-batch.ts';
import { addMailbox, requeueStuckMails } from '../index.ts';
import { createReader, type MailReader } from '../reading/index.ts';
import { importOf, skippedOf } from './report.ts';
import { startImport } from './start-import.ts';
import type { Closing, MailImport } from './tables.ts';
import { takeIn } from './take-in.ts';

const desk = useDesk();
const support = 'support@velo.example';
let world: World;
let mailboxId: string;
let reader: MailReader;

beforeAll(async () => {
  world = await makeWorld(desk);
  reader = createReader({ processes: 1, limits: { messageBytes: desk.config.mailMaxBytes } });
  mailboxId = await world.velo.run(null, async ctx => {
    const rest = {
      folderId: null,
      teamId: null,
      acknowledges: true,
      usesPlusAddress: false,
      isEnabled: true,
    };
    const box = {
      name: 'Support',
      address: support,
      imap: null,
      smtp: null,
      language: 'fr' as const,
      ...rest,
    };
    return (await addMailbox(ctx, desk.secrets, box)).id;
  });
});
afterAll(async () => {
  await reader?.close();
});

async function begin(archive: string | Buffer, closes: Closing = 'none', name = 'old.mbox') {
  const kept = await desk.storage.put(Readable.from([Buffer.from(archive)]), 1e9);
  return world.velo.run(world.lea, ctx => startImport(ctx, { mailboxId, closes, name, ...kept }));
}
const report = (id: string) => world.velo.run(world.lea, ctx => importOf(ctx, id));

async function done(archive: string | Buffer, closes?: Closing) {
  const id = await begin(archive, closes);
  await drain(desk, { reader });
  const told = await report(id);
  const skipped = told.skipped.reduce((sum, one) => sum + one.count, 0);
  expect(told.read).toBe(told.waiting + told.tickets + told.threaded + skipped);
  return told;
}

/** The tickets with one of these mails, each with its messages in order. */
async function ticketsOf(ids: string[]) {
  return world.velo.run(null, async ctx => {
    const rows = await ctx.tx
      .selectFrom('messages')
      .innerJoin('tickets', 'tickets.id', 'messages.ticket_id')
      .select([
        'tickets.number',
        'tickets.status',
        'tickets.hint',
        'tickets.requester_email',
        'tickets.received_at',
      ])
      .select(['tickets.waiting_since', 'tickets.first_replied_at', 'tickets.message_count'])
      .select([
        'messages.author_type',
        'messages.author_id',
        'messages.text',
        'messages.message_id',
        'messages.at',
      ])
      .where(
        'messages.message_id',
        'in',
        ids.map(id => `<${id}@old.example>`),
      )
      .orderBy('tickets.number')
      .orderBy('messages.id')
      .execute();
    const tickets = new Map<number, typeof rows>();
    for (const row of rows) tickets.set(row.number, [...(tickets.get(row.number) ?? []), row]);
    return [...tickets.values()];
  });
}

async function countOf(table: 'deliveries' | 'notifications') {
  return world.velo.run(null, ctx => ctx.tx.selectFrom(table).select('id').execute()).then(all => all.length);
}

describe('issue 4 point 10: an archive of mail becomes tickets', () => {
  it('conversations with what both sides wrote, in the order of their dates; nothing is sent and nobody is told', async () => {
    const before = [await countOf('deliveries'), await countOf('notifications')];
    const told = await done(
      mboxOf([
        // The answer stands before what it answers, as a folder of sent mail does.
        mailOf({
          id: 'a2',
          from: `Support <${support}>`,
          to: 'anne@client.example',
          day: 3,
          answers: 'a1',
          body: 'Nous regardons.',
        }),
        mailOf({ id: 'a1', from: 'Anne <anne@client.example>', day: 2, body: 'Il grince.' }),
        mailOf({ id: 'a3', from: 'anne@client.example', day: 4, answers: 'a2', body: 'Merci.' }),
        mailOf({
          id: 'a4',
          from: 'Karim <karim@velo.example>',
          to: 'anne@client.example',
          day: 5,
          answers: 'a3',
          body: 'De rien.',
        }),
        mailOf({
          id: 'b1',
          from: `Support <${support}>`,
          to: 'Paul <paul@client.example>',
          day: 6,
          body: 'Votre vélo est prêt.',
        }),
      ]),
    );
    expect(told).toMatchObject({
      state: 'done',
      problem: null,
      read: 5,
      tickets: 2,
      threaded: 3,
      skipped: [],
      readShare: 1,
    });
    const [annes, pauls] = await ticketsOf(['a1', 'a2', 'a3', 'a4', 'b1']);
    expect(
      annes!.map(one => [one.author_type, one.author_id, one.text, one.at.toISOString().slice(0, 10)]),
    ).toEqual([
      ['contact', expect.any(String), 'Il grince.', '2020-03-02'],
      ['agent', null, 'Nous regardons.', '2020-03-03'],
      ['contact', annes![0]!.author_id, 'Merci.', '2020-03-04'],
      ['agent', world.karim, 'De rien.', '2020-03-05'],
    ]);
    expect(annes![0]).toMatchObject({ status: 'pending', message_count: 4, waiting_since: null });
    expect(annes![0]!.first_replied_at?.toISOString().slice(0, 10)).toBe('2020-03-03');
    expect(annes![0]!.received_at.toISOString().slice(0, 10)).toBe('2020-03-02');
    expect(pauls).toMatchObject([
      { requester_email: 'paul@client.example', status: 'pending', author_type: 'agent' },
    ]);
    expect([await countOf('deliveries'), await countOf('notifications')]).toEqual(before);
  });

  it('S5 who merely names the mail of a stranger gets a ticket of their own, with a hint', async () => {
    await done(
      mboxOf([
        mailOf({ id: 's1', from: 'anne@client.example', day: 2, headers: ['Cc: Jo <jo@client.example>'] }),
        mailOf({ id: 's2', from: 'jo@client.example', day: 3, answers: 's1' }),
        mailOf({ id: 's3', from: 'mallory@evil.example', day: 4, answers: 's1' }),
      ]),
    );
    const [annes, mallorys] = await ticketsOf(['s1', 's2', 's3']);
    expect(annes!.map(one => one.message_id)).toEqual(['<s1@old.example>', '<s2@old.example>']);
    expect(mallorys).toMatchObject([
      { message_id: '<s3@old.example>', hint: { code: 'claims-reply', ticketNumber: annes![0]!.number } },
    ]);
  });

  it('an archive never writes into a ticket that was not made by one', async () => {
    const raw = Buffer.from(mailOf({ id: 'l1', from: 'live@client.example', day: 2 }));
    const sent = { source: 'lmtp' as const, envelopeFrom: 'live@client.example', envelopeTo: support, raw };
    await writeBatch(desk, [{ workspaceId: world.velo.id, mailboxId, ...sent }]);
    await drain(desk, { reader });
    await done(mboxOf([mailOf({ id: 'l2', from: 'live@client.example', day: 3, answers: 'l1' })]));
    expect((await ticketsOf(['l1', 'l2'])).map(ticket => ticket.length)).toEqual([1, 1]);
  });

  it('what becomes no ticket is counted with its reason and can be looked at; the same archive again doubles nothing', async () => {
    const report = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    ];
    const bounce = [
      '--b',
      'Content-Type: text/plain',
      '',
      'Delivery failed.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; gone@client.example',
      'Action: failed',
      'Status: 5.1.1',
      '--b--',
    ].join('\n');
    const archive = mboxOf([
      mailOf({ id: 'k1', from: 'anne@client.example', day: 2 }),
      mailOf({ id: 'k1', from: 'anne@client.example', day: 2 }),
      mailOf({
        id: 'k2',
        from: 'spam@evil.example',
        day: 3,
        headers: ['X-Spam-Flag: YES'],
        subject: '=?utf-8?q?Gagn=C3=A9?=',
      }),
      mailOf({ id: 'k3', from: 'MAILER-DAEMON@mx.example', day: 4, headers: report, body: bounce }),
      mailOf({ id: 'k4', from: `Support <${support}>`, to: support, day: 5 }),
    ]);
    const told = await done(archive);
    expect(told).toMatchObject({ state: 'done', read: 5, tickets: 1, threaded: 0 });
    expect(new Set(told.skipped.map(one => `${one.reason} ${one.count}`))).toEqual(
      new Set(['duplicate 1', 'spam 1', 'bounce 1', 'to-nobody 1']),
    );
    const { mails } = await world.velo.run(world.lea, ctx => skippedOf(ctx, told.id));
    expect(mails.map(mail => [mail.place, mail.reason, mail.subject])).toEqual([
      [2, 'duplicate', 'Le frein'],
      [3, 'spam', 'Gagné'],
      [4, 'bounce', 'Le frein'],
      [5, 'to-nobody', 'Le frein'],
    ]);
    const again = await done(archive);
    expect(again).toMatchObject({
      read: 5,
      tickets: 0,
      threaded: 0,
      skipped: [{ reason: 'duplicate', count: 5 }],
    });
    expect(await ticketsOf(['k1', 'k2', 'k3', 'k4'])).toHaveLength(1);
  });

  it('its tickets are closed in the end, all or those that were answered; what is left open waits since its mail', async () => {
    const pair = (name: string) => [
      mailOf({ id: `${name}1`, from: `${name}@client.example`, day: 2 }),
      mailOf({
        id: `${name}2`,
        from: `Support <${support}>`,
        to: `${name}@client.example`,
        day: 3,
        answers: `${name}1`,
      }),
      mailOf({ id: `${name}3`, from: `${name}@client.example`, day: 4, subject: 'Autre chose' }),
    ];
    await done(mboxOf(pair('c')), 'answered');
    const [answered, open] = await ticketsOf(['c1', 'c2', 'c3']);
    expect(answered![0]).toMatchObject({ status: 'closed' });
    expect(open![0]).toMatchObject({ status: 'new' });
    expect(open![0]!.waiting_since?.toISOString().slice(0, 10)).toBe('2020-03-04');
    await done(mboxOf(pair('d')), 'all');
    for (const ticket of await ticketsOf(['d1', 'd2', 'd3']))
      expect(ticket[0]).toMatchObject({ status: 'closed', waiting_since: null });
  });

  it('P2 reading and filing go on where a process stopped, and two at once do nothing twice', async () => {
    const mails = Array.from({ length: 120 }, (_, at) =>
      mailOf({ id: `r${at}`, from: `r${at}@client.example`, day: 1 + (at % 28) }),
    );
    const id = await begin(mboxOf(mails));
    const job = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('mail_imports').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(await takeIn(desk, job as MailImport, () => true)).toBe(false);
    expect(await report(id)).toMatchObject({ state: 'reading', read: 50, waiting: 50, tickets: 0 });
    // The clock gives a job to living mail that waits; a mail of an archive waits for its import.
    expect(await requeueStuckMails(desk, world.velo.id)).toBe(0);
    const both = await Promise.all([
      takeIn(desk, job as MailImport, () => false),
      takeIn(desk, job as MailImport, () => false),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await report(id)).toMatchObject({ state: 'filing', read: 120, waiting: 120 });
    await Promise.all([drain(desk, { reader }), drain(desk, { reader })]);
    expect(await report(id)).toMatchObject({
      state: 'done',
      read: 120,
      tickets: 120,
      waiting: 0,
      skipped: [],
    });
    expect(await ticketsOf(mails.map((_, at) => `r${at}`))).toHaveLength(120);
  });

  it('what is no archive is told, and nothing of it is kept', async () => {
    expect(await done('Dear Sir or Madam,\n')).toMatchObject({
      state: 'failed',
      problem: 'unknown-archive',
      read: 0,
    });
  });
});
