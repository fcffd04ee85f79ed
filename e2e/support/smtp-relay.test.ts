import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Dovecot, hasDovecot, startDovecot } from './dovecot.ts';
import { type SmtpRelay, startSmtpRelay } from './smtp-relay.ts';

const CLAIRE = 'claire@client.example';
const MARC = 'marc@client.example';

describe.skipIf(!hasDovecot())('the relay between the product and the mailboxes', () => {
  let dovecot: Dovecot;
  let relay: SmtpRelay;
  beforeAll(async () => {
    dovecot = await startDovecot({ users: { [CLAIRE]: 'velo', [MARC]: 'casque' } });
  });
  afterAll(() => dovecot?.stop());
  beforeEach(async () => {
    relay = await startSmtpRelay({ lmtpPort: dovecot.lmtpPort });
  });
  afterEach(() => relay.stop());

  const send = async (subject: string, to: string | string[] = CLAIRE) => {
    const transport = createTransport(relay.url);
    try {
      const info = await transport.sendMail({ from: 'support@desk.example', to, subject, text: 'Bonjour' });
      return { accepted: info.accepted, rejected: info.rejected };
    } finally {
      transport.close();
    }
  };
  const subjects = async (user = CLAIRE) =>
    (await dovecot.mailbox(user).list()).map(seen => seen.mail.subject);

  it('puts an accepted mail into the mailbox of each recipient', async () => {
    await send('accepted', [CLAIRE, MARC]);
    expect(await subjects()).toContain('accepted');
    expect(await subjects(MARC)).toContain('accepted');
    expect(relay.relayed).toMatchObject([{ from: 'support@desk.example', to: [CLAIRE, MARC] }]);
  });

  it('refuses a recipient whom the mailbox server does not know, and takes the other', async () => {
    const info = await send('half', [CLAIRE, 'ghost@client.example']);
    expect(info).toEqual({ accepted: [CLAIRE], rejected: ['ghost@client.example'] });
    expect(await subjects()).toContain('half');
  });

  it('answers 4xx while told to, then takes the same mail', async () => {
    relay.setMode('tempfail');
    await expect(send('later')).rejects.toMatchObject({ responseCode: 451 });
    expect(await subjects()).not.toContain('later');
    relay.setMode('accept');
    await send('later');
    expect(await subjects()).toContain('later');
    expect(relay.failures()).toBe(1);
  });

  it('answers 5xx to the recipients picked, and takes mail for others', async () => {
    relay.setMode('reject', recipient => recipient === CLAIRE);
    await expect(send('never')).rejects.toMatchObject({ responseCode: 550 });
    await send('never', MARC);
    expect(await subjects()).not.toContain('never');
    expect(await subjects(MARC)).toContain('never');
  });

  it.each([
    ['drop', false],
    ['drop-after-delivery', true],
  ] as const)('%s hangs up after the data without an answer', async (mode, isDelivered) => {
    relay.setMode(mode);
    await expect(send(mode)).rejects.toThrow();
    expect((await subjects()).includes(mode)).toBe(isDelivered);
    expect(relay.failures()).toBe(1);
  });
});
