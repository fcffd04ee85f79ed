import { beforeAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../../testing/desk.ts';
import { drain } from '../../../testing/drain.ts';
import { type Company, makeWorld, type World } from '../../../testing/world.ts';
import { addMailbox, requeueStuckMails } from '../index.ts';
import { createProver } from '../proof/index.ts';
import type { MailReader, ReadResult } from '../reading/index.ts';
import { createProcessTask } from './process.ts';
import { writeBatch } from './raw-batch.ts';

const desk = useDesk();
let world: World;
let mailboxId: string;
let foreignMailboxId: string;
const support = 'support@velo.example';
const nobody = createProver({ host: 'desk.example', servers: 'off' });

beforeAll(async () => {
  world = await makeWorld(desk);
  mailboxId = await addBox(world.velo, support);
  foreignMailboxId = await addBox(world.acme, 'help@acme.example');
});

async function addBox(company: Company, address: string, change: object = {}) {
  const rest = { folderId: null, teamId: null, acknowledges: true, usesPlusAddress: false, isEnabled: true };
  const input = {
    name: address,
    address,
    imap: null,
    smtp: null,
    language: 'fr' as const,
    ...rest,
    ...change,
  };
  const box = await company.run(null, ctx => addMailbox(ctx, desk.secrets, input));
  return box.id;
}

let count = 0;
/** Puts a raw mail into the mailbox and gives its row's id. */
async function arrive(
  subject: string,
  change: { headers?: string[]; from?: string; body?: string; path?: string } = {},
) {
  count++;
  const {
    headers = [],
    from = `person${count}@client.example`,
    body = 'Bonjour à vous, je suis perdu.',
  } = change;
  const head = [
    `From: A Person <${from}>`,
    `To: ${support}`,
    `Subject: ${subject}`,
    `Message-ID: <${count}@c.example>`,
  ];
  const raw = Buffer.from([...head, ...headers, '', body, ''].join('\r\n'));
  const envelopeFrom = change.path ?? from;
  await writeBatch(desk, [
    { workspaceId: world.velo.id, mailboxId, source: 'lmtp', envelopeFrom, envelopeTo: support, raw },
  ]);
  return world.velo.run(null, async ctx => {
    const row = await ctx.tx
      .selectFrom('raw_mails')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

function mail(id: string) {
  return world.velo.run(null, ctx =>
    ctx.tx.selectFrom('raw_mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}

async function ticketOf(id: string) {
  const { ticket_id } = await mail(id);
  return world.velo.run(null, ctx =>
    ctx.tx.selectFrom('tickets').selectAll().where('id', '=', ticket_id).executeTakeFirstOrThrow(),
  );
}

function deliveriesTo(recipient: string) {
  return world.velo.run(null, ctx =>
    ctx.tx.selectFrom('deliveries').selectAll().where('recipient', '=', recipient).execute(),
  );
}

function readerThat(read: (raw: Uint8Array) => Promise<ReadResult>): { reader: MailReader } {
  return { reader: { read, close: async () => {} } };
}

describe('the making of tickets from raw mails', () => {
  it('P2 makes one ticket, however often and at once the job runs', async () => {
    const id = await arrive('une fois', { headers: ['Content-Type: text/plain; name=a.txt'] });
    const reader = (await import('../reading/index.ts')).createReader();
    const task = createProcessTask(desk, reader, nobody);
    const run = () => task({ workspaceId: world.velo.id, rawMailId: id }, { number: 1, isLast: false });
    await Promise.all([run(), run(), run()]);
    await run();
    await reader.close();
    const tickets = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('tickets').select('id').where('subject', '=', 'une fois').execute(),
    );
    expect(tickets).toHaveLength(1);
    expect(await mail(id)).toMatchObject({ state: 'filed', ticket_id: tickets[0]!.id });
    await drain(desk);
  });

  it('keeps what came with the mail, whatever its size', async () => {
    const parts = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'voici',
      '--b',
      'Content-Type: application/octet-stream; name=big.bin',
      'Content-Disposition: attachment; filename=big.bin',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.alloc(9 * 1024 * 1024, 7)
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n'),
      '--b--',
    ];
    const id = await arrive('gros fichier', { headers: parts });
    await drain(desk);
    const { filed_message_id } = await mail(id);
    const [file] = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('files').selectAll().where('message_id', '=', filed_message_id).execute(),
    );
    expect(file).toMatchObject({ name: 'big.bin', size: 9 * 1024 * 1024 });
    const message = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('messages').selectAll().where('id', '=', filed_message_id!).executeTakeFirstOrThrow(),
    );
    expect(message.notices).toContain('file-over-limit');
    const chunks: Buffer[] = [];
    for await (const chunk of await desk.storage.get(file!.storage_key)) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(Buffer.alloc(9 * 1024 * 1024, 7))).toBe(true);
  });

  it('P6 keeps a mail that cannot be read as a stub with its reason', async () => {
    const id = await arrive('trop d’en-têtes', { headers: Array(1_100).fill('X-A: b') });
    await drain(desk);
    expect(await mail(id)).toMatchObject({ state: 'stub', reason: 'too-many-headers' });
    const ticket = await ticketOf(id);
    expect(ticket.preview).toContain('n’a pas pu être lu');
  });

  it('F6 one poison mail is tried three times, then a stub; the others are filed', async () => {
    const poison = await arrive('poison');
    const good = await arrive('bon');
    const { createReader } = await import('../reading/index.ts');
    const real = createReader();
    let tries = 0;
    const overrides = readerThat(async raw => {
      const read = await real.read(raw);
      if (read.mail?.subject !== 'poison') return read;
      tries++;
      // What the reader lets through and filing cannot take.
      return { mail: { ...read.mail, subject: null as unknown as string } };
    });
    await drain(desk, overrides).catch(() => {});
    expect(await mail(good)).toMatchObject({ state: 'filed' });
    const task = createProcessTask(desk, overrides.reader, nobody);
    const again = () => task({ workspaceId: world.velo.id, rawMailId: poison }, { number: 2, isLast: false });
    await expect(again()).rejects.toThrow();
    await expect(again()).rejects.toThrow();
    expect(await mail(poison)).toMatchObject({ state: 'received', attempts: 3 });
    await again();
    await real.close();
    expect(tries).toBe(3);
    expect(await mail(poison)).toMatchObject({ state: 'stub', reason: 'failed' });
    expect(await ticketOf(poison)).toMatchObject({ subject: 'poison' });
  });

  it('P6 does not count the fault of a reader that cannot start against the mail', async () => {
    const id = await arrive('lecteur absent');
    const broken = readerThat(() => Promise.reject(new Error('no child')));
    await expect(drain(desk, broken)).rejects.toThrow('no child');
    expect(await mail(id)).toMatchObject({ state: 'received', attempts: 0 });
  });

  it('P6 counts a mail that takes the whole process down each time it is begun', async () => {
    const id = await arrive('bombe');
    const never = readerThat(() => new Promise(() => {}));
    const task = createProcessTask(desk, never.reader, nobody);
    const begin = (number: number) => {
      void task({ workspaceId: world.velo.id, rawMailId: id }, { number, isLast: false });
      return new Promise(resolve => setTimeout(resolve, 300));
    };
    for (const number of [1, 2, 3, 4]) await begin(number);
    expect(await mail(id)).toMatchObject({ state: 'received', attempts: 3 });
    await drain(desk, never);
    expect(await mail(id)).toMatchObject({ state: 'stub', reason: 'failed' });
  });

  it('P5 mails whose job is lost get another one after two minutes', async () => {
    const id = await arrive('oublié');
    const pgClient = new (await import('pg')).default.Client({ connectionString: desk.ownerUrl });
    await pgClient.connect();
    await pgClient.query('delete from graphile_worker._private_jobs');
    await pgClient.query(`update raw_mails set received_at = now() - interval '3 minutes' where id = $1`, [
      id,
    ]);
    await pgClient.end();
    expect(await requeueStuckMails(desk, world.velo.id)).toBeGreaterThan(0);
    await drain(desk);
    expect(await mail(id)).toMatchObject({ state: 'filed' });
  });

  it('S8 takes no header of our namespace from strangers', async () => {
    let seen = '';
    const id = await arrive('en-tête', { headers: ['X-Guichet-Loop: forged'] });
    const { createReader } = await import('../reading/index.ts');
    const real = createReader();
    await drain(
      desk,
      readerThat(raw => {
        seen += Buffer.from(raw).toString();
        return real.read(raw);
      }),
    );
    await real.close();
    expect(seen).toContain('X-Foreign-Loop: forged');
    expect(seen).not.toContain('X-Guichet');
    const kept = await mail(id);
    expect(kept.state).toBe('filed');
    expect(kept.raw.toString()).toContain('X-Guichet-Loop: forged');
  });

  it('files mail of a mailbox that was removed meanwhile into the general inbox', async () => {
    const gone = await addBox(world.velo, 'gone@velo.example');
    const raw = Buffer.from('From: late@client.example\r\nSubject: trop tard\r\n\r\ntexte');
    const workspaceId = world.velo.id;
    await writeBatch(desk, [
      {
        workspaceId,
        mailboxId: gone,
        source: 'lmtp',
        envelopeFrom: 'late@client.example',
        envelopeTo: '',
        raw,
      },
    ]);
    await world.velo.run(null, ctx => ctx.tx.deleteFrom('mailboxes').where('id', '=', gone).execute());
    await drain(desk);
    const [ticket] = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('tickets').selectAll().where('subject', '=', 'trop tard').execute(),
    );
    expect(ticket).toMatchObject({ mailbox_id: null, status: 'new' });
  });
});

describe('the acknowledgement', () => {
  it('S9 goes once a day to an address', async () => {
    const from = 'daily@client.example';
    const first = await arrive('premier', { from });
    await drain(desk);
    await arrive('second', { from });
    await drain(desk);
    const deliveries = await deliveriesTo(from);
    expect(deliveries).toHaveLength(1);
    const { ticket_id, filed_message_id } = await mail(first);
    expect(deliveries[0]).toMatchObject({
      purpose: 'acknowledgement',
      ticket_id,
      message_id: filed_message_id,
      mailbox_id: mailboxId,
    });
  });

  it.each([
    ['an automatic answer', { headers: ['Auto-Submitted: auto-replied'] }],
    ['a mailing list', { headers: ['List-Id: <news.example>', 'Precedence: list'] }],
    ['the null reverse path', { path: '' }],
    ['a mailer daemon', { from: 'mailer-daemon@client.example' }],
    ['a mailbox of another workspace', { from: 'help@acme.example' }],
  ])('S9 never answers %s', async (_what, change) => {
    const before = await world.velo.run(null, ctx => ctx.tx.selectFrom('deliveries').select('id').execute());
    const id = await arrive('machine', change);
    await drain(desk);
    expect(await mail(id)).toMatchObject({ state: 'filed' });
    const after = await world.velo.run(null, ctx => ctx.tx.selectFrom('deliveries').select('id').execute());
    expect(after).toHaveLength(before.length);
    expect(foreignMailboxId).toBeTruthy();
  });
});
