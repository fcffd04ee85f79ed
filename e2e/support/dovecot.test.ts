import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dovecot, hasDovecot, startDovecot } from './dovecot.ts';
import { openMailbox } from './mailbox.ts';
import { freePort } from './ports.ts';
import { type SmtpRelay, startSmtpRelay } from './smtp-relay.ts';

const CLAIRE = 'claire@client.example';
const users = { [CLAIRE]: 'velo-rouge', 'support@desk.example': 'guidon' };
const mail = (subject: string, to = CLAIRE) =>
  `From: Paul <paul@elsewhere.example>\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@elsewhere.example>\r\n\r\nBonjour\r\n`;

describe.skipIf(!hasDovecot())('a private Dovecot', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot({ users });
  });
  afterAll(() => dovecot?.stop());

  it('shows over IMAP what was delivered by LMTP, byte for byte', async () => {
    const raw = `${mail('octets')}.\r\n..\r\n\xe9t\xe9\r\n`;
    await dovecot.deliver(CLAIRE, Buffer.from(raw, 'latin1'));
    const seen = await dovecot.mailbox(CLAIRE).waitFor(each => each.mail.subject === 'octets');
    expect(seen.raw.toString('latin1').endsWith(raw)).toBe(true);
    expect(seen.flags).not.toContain('\\Seen');
  });

  it('delivers name+detail to name, as reply addresses need it', async () => {
    await dovecot.deliver('support+abc.123@desk.example', mail('detail'));
    const seen = await dovecot
      .mailbox('support@desk.example')
      .waitFor(each => each.mail.subject === 'detail');
    expect(seen.mail.from?.address).toBe('paul@elsewhere.example');
  });

  it('refuses an unknown recipient', async () => {
    await expect(dovecot.deliver('nobody@client.example', mail('lost'))).rejects.toThrow(/refused.*550/);
  });

  it('refuses a wrong password', async () => {
    const box = openMailbox({ port: dovecot.imapPort, user: CLAIRE, password: 'wrong' });
    await expect(box.list()).rejects.toMatchObject({ authenticationFailed: true });
  });

  it('appends and empties, as a mail program does', async () => {
    const box = dovecot.mailbox('support@desk.example');
    await box.append(mail('sent'));
    expect((await box.list()).map(each => each.mail.subject)).toContain('sent');
    await box.empty();
    expect(await box.list()).toEqual([]);
  });

  it.skipIf(process.getuid?.() !== 0)('runs wholly as an ordinary user', async () => {
    const as = { uid: 65534, gid: 65534, user: 'nobody', group: 'nogroup' };
    const ordinary = await startDovecot({ users, as });
    try {
      await ordinary.deliver(CLAIRE, mail('ordinary'));
      const [seen] = await ordinary.mailbox(CLAIRE).list();
      expect(seen?.mail.subject).toBe('ordinary');
    } finally {
      await ordinary.stop();
    }
  });
});

describe.skipIf(!hasDovecot('imap', 'lmtp', 'submission'))('submission by a user', () => {
  it('goes to the relay, and from there to the mailbox of the other', async () => {
    const relay = await startRelayed();
    try {
      const { dovecot } = relay;
      const sender = createTransport({
        host: '127.0.0.1',
        port: dovecot.submissionPort,
        secure: false,
        ignoreTLS: true,
        auth: { user: CLAIRE, pass: users[CLAIRE]! },
      });
      await sender.sendMail({
        from: CLAIRE,
        to: 'support@desk.example',
        subject: 'submitted',
        text: 'Hello',
      });
      sender.close();
      const seen = await dovecot
        .mailbox('support@desk.example')
        .waitFor(each => each.mail.subject === 'submitted');
      expect(seen.mail.from?.address).toBe(CLAIRE);
      expect(relay.smtp.relayed).toHaveLength(1);
    } finally {
      await relay.stop();
    }
  });
});

async function startRelayed(): Promise<{ dovecot: Dovecot; smtp: SmtpRelay; stop: () => Promise<void> }> {
  const port = await freePort();
  const dovecot = await startDovecot({ users, submissionRelayPort: port });
  const smtp = await startSmtpRelay({ lmtpPort: dovecot.lmtpPort, port });
  return {
    dovecot,
    smtp,
    stop: async () => {
      await dovecot.stop();
      await smtp.stop();
    },
  };
}
