// What is done on a screen before its picture is taken.
import type { Page } from 'playwright-core';
import type { StoryBrowser } from '../support/chromium.ts';
import type { Desk } from '../support/desk.ts';
import { sendLmtp } from '../support/lmtp.ts';

/** Where the pictures are taken. */
export interface Stage {
  desk: Desk;
  browser: StoryBrowser;
  /** The workspace's name in addresses. */
  slug: string;
}

/** Waits until nothing is asked of the server any more and what moves has come to rest. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(350);
}

export async function openFilters(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Plus de filtres|More filters|\d* ?[Ff]ilt\w+)$/ })
    .first()
    .click();
}

export async function openSaving(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Enregistrer comme vue|Save as view)$/ }).click();
}

export async function openColumns(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^(Colonnes|Columns)$/ });
  // A narrow screen has one row for all.
  if (await button.isVisible()) await button.click();
}

export async function typeOperator(page: Page): Promise<void> {
  // On a small screen the box stands in the menu.
  const menu = page.getByRole('button', { name: /^(Ouvrir le menu|Open the menu)$/ });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('combobox').first().click();
  await page.keyboard.type('tag:');
}

export async function failSearch(page: Page): Promise<void> {
  await page.route('**/api/**/search?*', route =>
    route.fulfill({ status: 400, json: { error: { code: 'invalid', facts: {} } } }),
  );
  await page.reload();
}

export async function openFirst(page: Page): Promise<void> {
  await page.locator('a[href*="/tickets/"]:not([href$="/new"])').first().click();
  await page.waitForURL(/\/tickets\/\d+/);
  await settle(page);
}

/** Opens a tab of the newest ticket that has an invoice as PDF among its files. @throws where there is none */
export async function openWithFiles(page: Page, { desk, slug }: Stage, tab: string): Promise<void> {
  const api = `${desk.url}/api/w/${slug}/tickets`;
  const { tickets } = await (await page.request.get(`${api}?view=all&sort=recent&limit=200`)).json();
  for (const { number } of tickets.filter((one: { hasFiles: boolean }) => one.hasFiles)) {
    const { files } = await (await page.request.get(`${api}/${number}/files`)).json();
    if (!files.some((file: { name: string }) => /invoice.*\.pdf$/.test(file.name))) continue;
    await page.goto(`${desk.url}/w/${slug}/tickets/${number}/${tab}`);
    await settle(page);
    return;
  }
  throw new Error('no ticket has an invoice among its files');
}

export async function openPreview(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /invoice.*\.pdf$/ })
    .first()
    .click();
  await page.locator('canvas[data-drawn]').first().waitFor();
}

/** Adds an image that no browser can read to the ticket's files, and opens it. */
export async function openUnreadable(page: Page): Promise<void> {
  const file = { name: 'cadre-fendu.png', mimeType: 'image/png', buffer: Buffer.from('x') };
  await page.locator('main input[type=file]').first().setInputFiles(file);
  await page
    .getByRole('button', { name: /cadre-fendu\.png$/ })
    .first()
    .click();
}

export async function openContact(page: Page): Promise<void> {
  await page.locator('a[href*="/contacts/"]').first().click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}/);
  await settle(page);
}

/** Opens the first ticket while a teammate, in a browser of their own, writes a reply to it. */
export async function openTogether(page: Page, { desk, browser }: Stage): Promise<void> {
  await openFirst(page);
  const [, teammate, secret] = /(hugo@\S+) \/ (\S+)/.exec(desk.log()) ?? [];
  const other = await browser.newPage({ allowed: [/401/] });
  await other.request.post(`${desk.url}/api/session`, { data: { email: teammate, password: secret } });
  await other.goto(page.url());
  await writeReply(other, 'Bonjour, je m’en occupe.');
  await page.getByText('Hugo', { exact: false }).first().waitFor({ state: 'attached' });
}

export async function writeReply(page: Page, words: string): Promise<void> {
  const box = page.getByRole('textbox').last();
  if (!(await box.isVisible())) await page.keyboard.press('r');
  await page.keyboard.press('r');
  await box.waitFor();
  await box.fill(words);
  await page.waitForTimeout(1_500);
}

/** Some of everything that a reply can hold. */
export async function write(page: Page): Promise<void> {
  await page.keyboard.press('r');
  await page.keyboard.type('Bonjour {{ticket.subject}} ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('voyez');
  await page.keyboard.press('Control+b');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'https://youtu.be/dQw4w9WgXcQ');
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector('[contenteditable=true]')?.dispatchEvent(event);
  });
  const files = ['notice-de-montage-du-porte-bagages-avant.pdf', 'photo.png'].map(name => ({
    name,
    mimeType: name.endsWith('pdf') ? 'application/pdf' : 'image/png',
    buffer: Buffer.from('x'),
  }));
  await page.locator('input[type=file]').last().setInputFiles(files);
  await page.locator('[contenteditable=true]').scrollIntoViewIfNeeded();
}

/** Writes into the reply of the first ticket; on a telephone the text box has to be unfolded. */
export async function answerFirst(page: Page, words: string): Promise<void> {
  await openFirst(page);
  await page.keyboard.press('r');
  await page.locator('[contenteditable=true]').first().fill(words);
}

export async function editRecipients(page: Page): Promise<void> {
  await answerFirst(page, 'Bonjour');
  await page
    .locator('section:is([aria-label=Destinataires], [aria-label=Recipients]) button')
    .first()
    .click();
}

export async function askDoubts(page: Page): Promise<void> {
  await answerFirst(page, 'Ci-joint, attached');
  await page.keyboard.press('Control+Enter');
}

export async function chooseLater(page: Page): Promise<void> {
  await answerFirst(page, 'Bonjour');
  await page.locator('[class*=split] button').last().click();
  await page.locator('[role=menuitem]').last().click();
}

export async function leave(page: Page): Promise<void> {
  await answerFirst(page, 'Votre vélo est prêt.');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-outgoing]').waitFor();
}

export async function scheduleOne(page: Page): Promise<void> {
  await chooseLater(page);
  await page.locator('[role=dialog] button').nth(1).click();
  await page.locator('li[data-outgoing]').first().waitFor();
}

/** Delivers a mail that only claims to answer ticket 1, or one that a filter has marked as spam. */
async function deliverOdd({ desk }: Stage, subject: string, more: string[] = []): Promise<void> {
  const to = 'bonjour@velo.example';
  const raw = [
    'From: Paul Roux <paul@ailleurs.example>',
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${crypto.randomUUID()}@ailleurs.example>`,
    ...more,
    '',
    'Bonjour, voici la suite de ma demande.',
    '',
    'Paul',
    '',
  ].join('\r\n');
  await sendLmtp({ port: desk.lmtpPort }, { from: 'paul@ailleurs.example', to: [to], raw });
}

/** Opens a ticket whose mail claims to answer another one. */
async function openClaiming(page: Page, stage: Stage): Promise<void> {
  const subject = `Re: [#1] ${crypto.randomUUID().slice(0, 8)}`;
  await deliverOdd(stage, subject);
  const link = page.getByRole('link', { name: new RegExp(subject.replace(/[[\]]/g, '\\$&')) }).first();
  await link.waitFor();
  await link.click();
  await page.waitForURL(/\/tickets\/\d+/);
  await settle(page);
}

export async function askWhy(page: Page, stage: Stage): Promise<void> {
  await openClaiming(page, stage);
  await page
    .getByRole('button', { name: /Paul Roux/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: /Pourquoi|Why/ }).click();
  await page.getByRole('dialog').waitFor();
}

export async function askWhere(page: Page, stage: Stage): Promise<void> {
  await openClaiming(page, stage);
  await page.getByRole('button', { name: /Ajouter au ticket|Add to ticket/ }).click();
  await page.getByRole('dialog').waitFor();
}

export async function lookAside(page: Page, stage: Stage): Promise<void> {
  await deliverOdd(stage, 'Dix vélos pour un', ['X-Spam-Flag: YES']);
  await page.waitForTimeout(1_500);
  await page.reload();
  await page.getByRole('button', { expanded: false }).and(page.locator('main button')).first().click();
  await settle(page);
}

/** Sends the first message of a ticket on to a supplier, and begins to go on with that. */
export async function writeAside(page: Page): Promise<void> {
  await openFirst(page);
  await page.locator('article header button').first().click();
  await page.getByRole('menuitem', { name: /^(Transférer à un tiers|Forward to a third party)$/ }).click();
  await page.getByLabel(/^(À|To)$/).fill('atelier@serrures.example');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^(Envoyer au tiers|Send to the third party)$/ }).click();
  await page
    .getByRole('button', { name: /^(Répondre dans l’échange à part|Answer in the side conversation)$/ })
    .last()
    .click();
  await page.keyboard.type('Avez-vous encore cette pièce en stock ?');
  await settle(page);
}
