// What is done on screens about mail before their picture is taken.
import type { Page } from 'playwright-core';
import { openFirst, settle } from './acts.ts';

/** Imports a small archive with one mail of each sort, and opens what was skipped. */
export async function importArchive(page: Page): Promise<void> {
  const shown = page.locator('li[data-state]').first();
  // The first look has brought it in already.
  if ((await shown.count()) === 0) {
    await page.locator('input[type=file]').setInputFiles({
      name: 'support-2020.mbox',
      mimeType: 'application/mbox',
      buffer: Buffer.from(oldMails()),
    });
    await page.getByRole('button', { name: /^(Importer|Import)$/ }).click();
    await page.locator('li[data-state=done]').waitFor();
  }
  await page.getByRole('button', { name: /^(Voir les e-mails ignorés|Show skipped mails)$/ }).click();
  await settle(page);
}

function oldMails(): string {
  const mail = (id: number, from: string, subject: string, more: string[] = []) =>
    [
      'From x@y.example Mon Mar  2 10:15:00 2020',
      `From: ${from}`,
      `Subject: ${subject}`,
      `Message-ID: <shot${id}@old.example>`,
      `Date: 0${id} Mar 2020 10:00:00 +0000`,
      ...more,
      '',
      'Bonjour, la selle ne tient plus.',
      '',
      '',
    ].join('\n');
  return [
    mail(1, 'Anne Roux <anne.roux@client.example>', 'Selle'),
    mail(2, 'Anne Roux <anne.roux@client.example>', 'Re: Selle', ['In-Reply-To: <shot1@old.example>']),
    mail(2, 'Anne Roux <anne.roux@client.example>', 'Re: Selle', ['In-Reply-To: <shot1@old.example>']),
    mail(3, 'Promo <promo@loin.example>', 'Dix selles pour une', ['X-Spam-Flag: YES']),
  ].join('');
}

/** A ticket whose last answer did not arrive. */
export async function openBounced(page: Page): Promise<void> {
  const line = { id: crypto.randomUUID(), nextTryAt: null, at: new Date().toISOString() };
  await page.route(/\/tickets\/\d+\/messages/, async route => {
    const answer = await route.fetch();
    const body = await answer.json();
    const ours = body.messages.findLast((one: { author: { type: string } }) => one.author.type === 'agent');
    if (ours)
      ours.deliveries = [
        {
          ...line,
          recipient: 'anne.roux@client.example',
          state: 'bounced',
          isDead: true,
          reportUrl: '/report',
          detail: '550 5.1.1 <anne.roux@client.example>: Recipient address rejected: User unknown',
        },
        {
          ...line,
          id: crypto.randomUUID(),
          recipient: 'paul.roux@client.example',
          state: 'delayed',
          isDead: null,
          reportUrl: '/report',
          detail: '451 4.4.1 connection timed out',
        },
      ];
    await route.fulfill({ response: answer, json: body });
  });
  await openFirst(page);
  await page
    .getByRole('button', { name: /^(Envoyer à une autre adresse|Send to another address)$/ })
    .first()
    .scrollIntoViewIfNeeded();
  await settle(page);
}

/** The same, with the question where it should go instead. */
export async function askElsewhere(page: Page): Promise<void> {
  await openBounced(page);
  await page
    .getByRole('button', { name: /^(Envoyer à une autre adresse|Send to another address)$/ })
    .first()
    .click();
  await settle(page);
}

/** The mailboxes with one that cannot send, told by the bell as well. */
export async function openAlarm(page: Page): Promise<void> {
  const at = new Date(Date.now() - 15 * 60_000).toISOString();
  let mailboxId = '';
  await page.route(/\/api\/w\/[^/]+\/mailboxes$/, async route => {
    const answer = await route.fetch();
    const body = await answer.json();
    const [first] = body.mailboxes;
    mailboxId = first.id;
    Object.assign(first, {
      state: 'failing',
      sendProblem: { since: at, detail: '535 5.7.8 Authentication failed' },
    });
    await route.fulfill({ response: answer, json: body });
  });
  await page.route(/\/api\/w\/[^/]+\/notifications$/, async route => {
    const answer = await route.fetch();
    const body = await answer.json();
    const told = { kind: 'mailbox-failing', ticketNumber: null, mailboxId, title: 'Vélo & Cie' };
    body.notifications.unshift({
      ...{ id: crypto.randomUUID(), ...told, actorId: null, outcome: null },
      ...{ at, isRead: false },
    });
    body.unread++;
    await route.fulfill({ response: answer, json: body });
  });
  await page.reload();
  await settle(page);
}

/** A ticket whose first mail is a signed invitation. */
export async function openInvitation(page: Page): Promise<void> {
  await page.route(/\/tickets\/\d+\/messages/, async route => {
    const answer = await route.fetch();
    const body = await answer.json();
    const [first] = body.messages;
    if (first) {
      first.notices = ['signed-smime'];
      first.calendar = {
        method: 'invites',
        answer: null,
        title: 'Passage du technicien, avec les clés',
        start: '2026-12-01T09:00:00.000Z',
        end: '2026-12-01T10:30:00.000Z',
        place: '12 rue de la Paix, 75002 Paris',
        organiser: 'Anne Roux',
        repeats: true,
      };
    }
    await route.fulfill({ response: answer, json: body });
  });
  await openFirst(page);
  await page.locator('[data-method=invites]').scrollIntoViewIfNeeded();
  await settle(page);
}
