// The product's main job, end to end on real parts: PostgreSQL, Dovecot, Chromium, the built program.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { t } from '../contract/i18n/t.ts';
import { axe, hasChromium, openChromium, type StoryBrowser } from './support/chromium.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { type Dovecot, hasDovecot, startDovecot } from './support/dovecot.ts';
import { sendLmtp } from './support/lmtp.ts';
import { type SmtpRelay, startSmtpRelay } from './support/smtp-relay.ts';

const fr = (key: string, values?: Record<string, string | number>) => t('fr', key, values);
const support = 'support@velo.example';
const anne = 'anne@client.example';
const john = 'john@client.example';
const secret = 'un mot de passe assez long';

function mail(from: string, subject: string, text: string, headers: string[] = []): string {
  return [
    `From: ${from}`,
    `To: ${support}`,
    `Subject: ${subject}`,
    `Message-ID: <${Math.random().toString(36).slice(2)}@client.example>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    ...headers,
    '',
    ...text.split('\n'),
    '',
  ].join('\r\n');
}

describe.skipIf(!hasChromium() || !hasDovecot('imap', 'lmtp'))(
  'a mail becomes a ticket and its answer comes home',
  () => {
    let dovecot: Dovecot;
    let relay: SmtpRelay;
    let desk: Desk;
    let browser: StoryBrowser;
    let page: Page;

    beforeAll(async () => {
      dovecot = await startDovecot({ users: { [support]: 'boite', [anne]: 'anne', [john]: 'john' } });
      relay = await startSmtpRelay({ lmtpPort: dovecot.lmtpPort });
      desk = await startDesk({ env: { SMTP_URL: relay.url } });
      browser = await openChromium();
      page = await browser.newPage({ locale: 'fr-FR', width: 1440 });
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await page?.screenshot({ path: 'test-results/main-job.png' });
      browser.check();
    });
    afterAll(async () => {
      await browser?.close();
      await desk?.stop();
      await relay?.stop();
      await dovecot?.stop();
    });

    const button = (key: string) => page.getByRole('button', { name: fr(key), exact: true });

    it('S36 LUM-35 the first run makes a workspace and its administrator, and tests and connects a mailbox', async () => {
      await page.goto(desk.setupLink!);
      await page.getByLabel(fr('setup.workspace.name')).fill('Vélo & Cie');
      expect.soft(await axe(page)).toEqual([]);
      await button('setup.next').click();
      await page.getByLabel(fr('people.name')).fill('Léa Durand');
      await page.getByLabel(fr('signin.email'), { exact: true }).fill('lea@velo.example');
      for (const field of await page.locator('input[type=password]').all()) await field.fill(secret);
      await button('setup.make').click();
      await page.getByLabel(fr('settings.mailbox.address')).fill(support);
      await page.getByLabel(fr('settings.mailbox.name')).fill('Vélo & Cie');
      await page.getByRole('radio', { name: fr('settings.mailbox.preset.other') }).click();
      await page.getByLabel(fr('settings.mailbox.sends')).uncheck();
      await page.getByRole('textbox', { name: fr('settings.mailbox.host'), exact: true }).fill('127.0.0.1');
      await page
        .getByRole('textbox', { name: fr('settings.mailbox.port'), exact: true })
        .fill(String(dovecot.imapPort));
      await page.getByRole('combobox', { name: fr('settings.mailbox.security') }).click();
      await page.getByRole('option', { name: fr('settings.mailbox.security.none') }).click();
      await page.getByRole('textbox', { name: fr('settings.mailbox.user'), exact: true }).fill(support);
      await page.locator('input[type=password]').fill('faux');
      await button('settings.mailbox.test').click();
      await page.getByText('refuse ce nom d’utilisateur et ce mot de passe').waitFor();
      await page.locator('input[type=password]').fill('boite');
      await button('settings.mailbox.test').click();
      await page.getByText(fr('settings.mailbox.part.imap')).waitFor();
      await page.getByText('refuse ce nom d’utilisateur').waitFor({ state: 'hidden' });
      expect.soft(await axe(page)).toEqual([]);
      await button('settings.mailboxes.add-submit').click();
      await page.waitForURL(/\/w\/velo-cie\/inbox$/);
    });

    it('CHP-08 LIV-30 a mail by LMTP and one fetched by IMAP become tickets on the open screen', async () => {
      const [answer] = await sendLmtp(
        { port: desk.lmtpPort },
        {
          from: anne,
          to: [support],
          raw: mail(
            `Anne Martin <${anne}>`,
            'Mon vélo grince',
            'Bonjour,\nmon vélo grince depuis hier.\nAnne',
          ),
        },
      );
      expect(answer).toMatchObject({ accepted: true });
      await page.getByText('Mon vélo grince').first().waitFor();
      await dovecot.deliver(
        support,
        mail(`John Smith <${john}>`, 'Where is my order?', 'Hello,\nI ordered a bell two weeks ago.\nJohn'),
        john,
      );
      await page.getByText('Where is my order?').first().waitFor();
      expect.soft(await axe(page)).toEqual([]);
    });

    it('LIV-21 LIV-01 the customer gets an acknowledgement with the number, in their language', async () => {
      const { mail: seen } = await dovecot
        .mailbox(anne)
        .waitFor(({ mail: one }) => one.headers.some(header => header.key === 'auto-submitted'));
      expect(seen.subject).toBe(fr('mail.acknowledgement.subject', { number: '1' }));
      expect(seen.text).toContain(fr('mail.acknowledgement.body', { number: '1' }));
      expect(seen.headers.find(header => header.key === 'auto-submitted')!.value).toBe('auto-replied');
    });

    it('LUM-03 LUM-17 an agent answers in the browser and the customer finds the answer in their mailbox', async () => {
      await page.getByText('Where is my order?').first().click();
      await page.getByText('I ordered a bell two weeks ago.').first().waitFor();
      await page.getByRole('textbox', { name: fr('composer.reply.label') }).click();
      await page.keyboard.type('Hello John, your bell leaves us today.');
      expect.soft(await axe(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      const { mail: seen } = await dovecot
        .mailbox(john)
        .waitFor(({ mail: one }) => (one.text ?? '').includes('your bell leaves us today'));
      expect(seen.from?.address).toBe(support);
      expect(seen.inReplyTo).toMatch(/@client\.example>$/);
      expect(seen.html).toContain('your bell leaves us today');
      await page.getByText(fr('status.pending')).first().waitFor();
    });

    it('LUM-04 S5 the customer’s reply lands in the same ticket and reopens it', async () => {
      const { mail: answer } = await dovecot
        .mailbox(john)
        .waitFor(({ mail: one }) => (one.text ?? '').includes('your bell leaves us today'));
      const quoted = (answer.text ?? '')
        .split('\n')
        .map(line => `> ${line}`)
        .join('\n');
      const headers = [
        `In-Reply-To: ${answer.messageId}`,
        `References: ${answer.references ?? ''} ${answer.messageId}`,
      ];
      const text = `Thank you, that is good news!\n\nOn Sunday, Vélo & Cie wrote:\n${quoted}`;
      await dovecot.deliver(
        support,
        mail(`John Smith <${john}>`, 'Re: Where is my order?', text, headers),
        john,
      );
      await page.getByText('Thank you, that is good news!').first().waitFor();
      await page.getByText(fr('status.open'), { exact: true }).first().waitFor();
      const rows = await page.evaluate(async () => {
        const response = await fetch('/api/w/velo-cie/tickets?view=all');
        return (await response.json()).tickets.map((ticket: { subject: string; status: string }) => [
          ticket.subject,
          ticket.status,
        ]);
      });
      expect(rows.sort()).toEqual([
        ['Mon vélo grince', 'new'],
        ['Where is my order?', 'open'],
      ]);
    });

    it('S5 a stranger who answers with the same headers gets a ticket of their own', async () => {
      const { mail: answer } = await dovecot
        .mailbox(john)
        .waitFor(({ mail: one }) => (one.text ?? '').includes('your bell leaves us today'));
      await dovecot.deliver(
        support,
        mail('Mallory <mallory@evil.example>', 'Re: Where is my order?', 'Please send it to my address.', [
          `In-Reply-To: ${answer.messageId}`,
        ]),
        'mallory@evil.example',
      );
      await page.goto(`${desk.url}/w/velo-cie/inbox`);
      await page.getByText('Please send it to my address.').first().waitFor();
      expect(await page.getByText('Re: Where is my order?').count()).toBeGreaterThan(0);
    });
  },
);
