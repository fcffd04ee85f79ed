import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLmtp } from '../../../../e2e/support/lmtp.ts';
import type { Platform } from '../../../platform/index.ts';
import { useDesk } from '../../../testing/desk.ts';
import { type Company, makeWorld, type World } from '../../../testing/world.ts';
import { addMailbox } from '../index.ts';
import { type Listeners, startListeners } from './listeners.ts';

const desk = useDesk({ LMTP_PORT: '0', SMTP_PORT: '0', MAIL_MAX_MB: '1' });
let world: World;
let listeners: Listeners;
/** What the database does when asked to run a transaction. */
let isAway = false;

beforeAll(async () => {
  world = await makeWorld(desk);
  await addBox(world.velo, 'support@velo.example');
  await addBox(world.acme, 'help@acme.example');
  const away = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
  const database: Platform['database'] = {
    ...desk.database,
    run: (scope, work) => (isAway ? away() : desk.database.run(scope, work)),
    outside: work => (isAway ? away() : desk.database.outside(work)),
  };
  listeners = await startListeners({ ...desk, database });
});
afterAll(() => listeners?.stop());

async function addBox(company: Company, address: string) {
  const rest = { folderId: null, teamId: null, acknowledges: true, usesPlusAddress: false, isEnabled: true };
  const input = { name: address, address, imap: null, smtp: null, language: 'fr' as const, ...rest };
  await company.run(null, ctx => addMailbox(ctx, desk.secrets, input));
}

async function send(mail: { to: string | string[]; subject: string; text?: string }) {
  const transport = createTransport({ host: '127.0.0.1', port: listeners.smtpPort!, ignoreTLS: true });
  try {
    return await transport.sendMail({ from: 'anne@client.example', text: 'Bonjour', ...mail });
  } finally {
    transport.close();
  }
}

async function count(company: Company): Promise<number> {
  const rows = await company.run(null, ctx => ctx.tx.selectFrom('raw_mails').select('id').execute());
  return rows.length;
}

describe('mail delivered by SMTP', () => {
  it('P1 is kept in the mailbox of each recipient, of whatever workspace', async () => {
    const before = [await count(world.velo), await count(world.acme)];
    const to = ['support@velo.example', 'Help@Acme.example', 'nobody@acme.example'];
    const info = await send({ to, subject: 'deux' });
    expect(info.accepted).toHaveLength(2);
    expect(info.rejected).toEqual(['nobody@acme.example']);
    expect([await count(world.velo), await count(world.acme)]).toEqual(before.map(each => each + 1));
  });

  it('S10 announces the size limit and refuses what says to be larger before it is sent', async () => {
    const text = 'x'.repeat(1024 * 1024);
    await expect(send({ to: 'support@velo.example', subject: 'énorme', text })).rejects.toMatchObject({
      responseCode: 552,
    });
  });

  it('relays for nobody', async () => {
    await expect(send({ to: 'someone@elsewhere.example', subject: 'relais' })).rejects.toMatchObject({
      responseCode: 550,
    });
  });

  it('P4 answers 451 while the database is away, also to what was begun before', async () => {
    isAway = true;
    await expect(send({ to: 'new@velo.example', subject: 'inconnu' })).rejects.toMatchObject({
      responseCode: 451,
    });
    isAway = false;
    const client = await openLmtp({ port: listeners.lmtpPort! });
    expect((await client.verify('support@velo.example')).code).toBe(250);
    isAway = true;
    const raw = 'Subject: plus tard\r\n\r\ntexte';
    const [later] = await client.send({ from: '', to: ['support@velo.example'], raw });
    expect(later!.code).toBe(451);
    isAway = false;
    const [again] = await client.send({ from: '', to: ['support@velo.example'], raw });
    expect(again!.code).toBe(250);
    await client.close();
  });
});

describe('the ports', () => {
  it('are off where the configuration says so', async () => {
    const none = await startListeners({
      ...desk,
      config: { ...desk.config, lmtpPort: null, smtpPort: null },
    });
    expect(none).toMatchObject({ lmtpPort: null, smtpPort: null });
    await none.stop();
  });

  it('that are taken are an error, and nothing keeps listening', async () => {
    const taken = listeners.smtpPort;
    const config = { ...desk.config, lmtpPort: 0, smtpPort: taken };
    await expect(startListeners({ ...desk, config })).rejects.toThrow(/EADDRINUSE/);
  });

  it('are given back within moments, whoever is connected', async () => {
    const short = await startListeners(desk);
    const idle = await openLmtp({ port: short.lmtpPort! });
    const startedAt = performance.now();
    await short.stop();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await idle.close();
  });
});
