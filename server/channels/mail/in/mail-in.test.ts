import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LmtpClient, openLmtp, sendLmtp } from '../../../../e2e/support/lmtp.ts';
import { useDesk } from '../../../testing/desk.ts';
import { drain } from '../../../testing/drain.ts';
import { type Company, makeWorld, type World } from '../../../testing/world.ts';
import { addMailbox } from '../index.ts';
import { type Listeners, startListeners } from './listeners.ts';

const desk = useDesk({ LMTP_PORT: '0', SMTP_PORT: '0', MAIL_MAX_MB: '1' });
let world: World;
let listeners: Listeners;
let client: LmtpClient;

const support = 'support@velo.example';
const sales = 'ventes@velo.example';
const help = 'help@acme.example';

beforeAll(async () => {
  world = await makeWorld(desk);
  await addBox(world.velo, support);
  await addBox(world.velo, sales);
  await addBox(world.acme, help);
  listeners = await startListeners(desk);
  client = await openLmtp({ port: listeners.lmtpPort! });
});
afterAll(async () => {
  await client?.close();
  await listeners?.stop();
});

function addBox(company: Company, address: string) {
  return company.run(null, ctx =>
    addMailbox(ctx, desk.secrets, {
      name: address,
      address,
      imap: null,
      smtp: null,
      folderId: null,
      teamId: null,
      language: 'fr',
      acknowledges: true,
      usesPlusAddress: false,
      isEnabled: true,
    }),
  );
}

let count = 0;
function letter(subject: string, { to = support, from = 'anne@client.example', body = 'Bonjour' } = {}) {
  count++;
  return [
    `From: Anne Martin <${from}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${count}@client.example>`,
    'Date: Sun, 22 Nov 2026 10:00:00 +0100',
    '',
    body,
    '',
  ].join('\r\n');
}

function mails(company: Company) {
  return company.run(null, ctx => ctx.tx.selectFrom('raw_mails').selectAll().orderBy('id').execute());
}

function ticketsAbout(company: Company, subject: string) {
  return company.run(null, ctx =>
    ctx.tx.selectFrom('tickets').selectAll().where('subject', '=', subject).execute(),
  );
}

describe('mail delivered by LMTP', () => {
  it('CHP-08 becomes a numbered ticket with the customer as its requester', async () => {
    const raw = letter('Mon vélo grince', { body: 'Bonjour, mon vélo grince.' });
    const [result] = await client.send({ from: 'anne@client.example', to: [support], raw });
    expect(result).toMatchObject({ accepted: true, code: 250 });
    await drain(desk);
    const [ticket] = await ticketsAbout(world.velo, 'Mon vélo grince');
    expect(ticket).toMatchObject({
      status: 'new',
      channel: 'mail',
      requester_name: 'Anne Martin',
      requester_email: 'anne@client.example',
      preview: 'Bonjour, mon vélo grince.',
    });
    expect(ticket!.number).toBeGreaterThan(0);
  });

  it('P1 is committed as it came before 250 is said', async () => {
    const raw = letter('gardé', { body: 'première ligne\r\n.\r\n..deux points' });
    await client.send({ from: 'anne@client.example', to: [support], raw });
    const kept = (await mails(world.velo)).at(-1)!;
    expect(kept.raw.toString()).toBe(raw);
    expect(kept).toMatchObject({ source: 'lmtp', state: 'received', envelope_from: 'anne@client.example' });
  });

  it('P2 that comes twice is one entry, and the sender hears 250 both times', async () => {
    const raw = letter('deux fois');
    const first = await client.send({ from: '', to: [support], raw });
    const again = await client.send({ from: '', to: [support], raw: `Received: by another path\r\n${raw}` });
    expect([first[0]!.code, again[0]!.code]).toEqual([250, 250]);
    await drain(desk);
    expect(await ticketsAbout(world.velo, 'deux fois')).toHaveLength(1);
  });

  it('P1 with a Message-ID that was used before but other content is no duplicate', async () => {
    const raw = letter('préempté');
    await client.send({ from: '', to: [support], raw });
    await client.send({ from: '', to: [support], raw: `${raw}et la vraie suite` });
    await drain(desk);
    expect(await ticketsAbout(world.velo, 'préempté')).toHaveLength(2);
  });

  it('S18 for mailboxes of two workspaces is kept once in each, with an answer for each recipient', async () => {
    const before = { velo: (await mails(world.velo)).length, acme: (await mails(world.acme)).length };
    const results = await client.send({
      from: 'anne@client.example',
      to: [support, 'nobody@velo.example', help, sales],
      raw: letter('pour tous'),
    });
    expect(results.map(result => result.code)).toEqual([250, 550, 250, 250]);
    expect((await mails(world.velo)).length).toBe(before.velo + 2);
    expect((await mails(world.acme)).length).toBe(before.acme + 1);
    expect((await mails(world.acme)).at(-1)!.envelope_to).toBe(help);
  });

  it('finds the mailbox behind a plus address and tells what stood there', async () => {
    const [result] = await client.send({
      from: '',
      to: ['Support+abc@Velo.example'],
      raw: letter('avec plus'),
    });
    expect(result!.code).toBe(250);
    expect((await mails(world.velo)).at(-1)!.envelope_to).toBe('Support+abc@Velo.example');
  });

  it('S10 over the size limit is refused with 552, and the connection goes on', async () => {
    const before = (await mails(world.velo)).length;
    const results = await client.send({
      from: '',
      to: [support, sales],
      raw: letter('énorme', { body: `${'x'.repeat(70)}\r\n`.repeat(20_000) }),
    });
    expect(results.map(result => result.code)).toEqual([552, 552]);
    const [next] = await client.send({ from: '', to: [support], raw: letter('normal') });
    expect(next!.code).toBe(250);
    expect((await mails(world.velo)).length).toBe(before + 1);
  });

  it('P1 over many connections at once is all there, each once', async () => {
    const before = (await mails(world.velo)).length;
    const codes = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const [result] = await sendLmtp(
          { port: listeners.lmtpPort! },
          { from: '', to: [support], raw: letter(`parallèle ${index}`) },
        );
        return result!.code;
      }),
    );
    expect(codes).toEqual(Array(40).fill(250));
    expect((await mails(world.velo)).length).toBe(before + 40);
    await drain(desk);
    const left = (await mails(world.velo)).filter(mail => mail.state === 'received');
    expect(left).toEqual([]);
  });
});
