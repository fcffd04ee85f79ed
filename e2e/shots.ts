// Screenshots of every screen with the sample company: French and English, 1440 and 390 px, light and dark.
//
//   npm run shots [-- --only inbox,ticket] [--out FOLDER]
//
// Writes PNG files to test-results/shots and prints what axe finds and which screens scroll sideways.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { axe, openChromium } from './support/chromium.ts';
import { startDesk } from './support/desk.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, out: { type: 'string', default: 'test-results/shots' } },
});
const only = values.only?.split(',');
mkdirSync(values.out, { recursive: true });

interface Screen {
  name: string;
  path: string;
  /** What to do once the page is there. */
  act?: (page: Page) => Promise<unknown>;
}

const desk = await startDesk({ demo: true });
const fresh = await startDesk();
const browser = await openChromium();
let findings = 0;
try {
  const signIn = /(\S+@\S+) \/ (\S+)/.exec(desk.log());
  if (!signIn) throw new Error(`no sign-in in what the desk printed:\n${desk.log()}`);
  const [, email, password] = signIn as unknown as [string, string, string];
  for (const locale of ['fr-FR', 'en-GB'] as const) {
    for (const width of [1440, 390]) {
      for (const theme of ['light', 'dark'] as const) {
        const mark = `${locale.slice(0, 2)}-${width}-${theme}`;
        const page = await browser.newPage({
          locale,
          width,
          theme,
          allowed: [/401|Failed to load resource/],
        });
        await shoot(page, mark, { name: 'setup', path: fresh.setupLink! });
        await shoot(page, mark, { name: 'sign-in', path: `${desk.url}/sign-in` });
        await shoot(page, mark, { name: 'forgot', path: `${desk.url}/forgot` });
        const slug = await enter(page, email, password, locale.slice(0, 2) as 'fr' | 'en');
        for (const screen of screensOf(slug))
          await shoot(page, mark, { ...screen, path: `${desk.url}${screen.path}` });
        await page.context().close();
      }
    }
  }
} finally {
  await browser.close().catch(error => console.log(String(error)));
  await desk.stop();
  await fresh.stop();
}
console.log(`${findings} findings`);
process.exit(findings > 0 ? 1 : 0);

/** Signs in over the API, sets the language of the agent, and gives the workspace's name in addresses. */
async function enter(page: Page, email: string, password: string, language: 'fr' | 'en'): Promise<string> {
  const session = await (
    await page.request.post(`${desk.url}/api/session`, { data: { email, password } })
  ).json();
  const { slug } = session.workspaces[0];
  const headers = { 'x-csrf-token': session.csrfToken };
  await page.request.patch(`${desk.url}/api/w/${slug}/profile`, { data: { language }, headers });
  return slug;
}

function screensOf(slug: string): Screen[] {
  const w = `/w/${slug}`;
  const settings = [
    '',
    '/workspace',
    '/mailboxes',
    '/mailboxes/new',
    '/folders',
    '/tags',
    '/ticket',
    '/types',
    '/segments',
    '/contact-fields',
    '/canned',
    '/teams',
    '/agents',
    '/profile',
    '/sessions',
  ];
  return [
    { name: 'inbox', path: `${w}/inbox` },
    { name: 'unanswered', path: `${w}/unanswered` },
    { name: 'mine', path: `${w}/mine` },
    { name: 'closed', path: `${w}/closed` },
    {
      name: 'list-filtered',
      path: `${w}/inbox?status=new,open&assignee=nobody,me&priority=high,medium&age=4`,
    },
    { name: 'list-filters', path: `${w}/all?receivedFrom=2026-01-01&unread=yes`, act: openFilters },
    { name: 'list-columns', path: `${w}/inbox`, act: openColumns },
    { name: 'list-empty', path: `${w}/inbox?channel=phone&priority=low&age=168` },
    { name: 'save-view', path: `${w}/inbox?status=new`, act: openSaving },
    { name: 'view-gone', path: `${w}/views/01234567-89ab-7def-8123-456789abcdef` },
    { name: 'overview', path: `${w}/overview` },
    { name: 'search', path: `${w}/search?q=frein` },
    { name: 'search-corrected', path: `${w}/search?q=devrailleur` },
    { name: 'search-files', path: `${w}/search?q=facture&section=files` },
    { name: 'search-unknown', path: `${w}/search?q=frein%20tag%3Ainconnu` },
    { name: 'search-empty', path: `${w}/search?q=xyzzyqqq` },
    { name: 'search-start', path: `${w}/search` },
    { name: 'search-error', path: `${w}/search?q=frein`, act: failSearch },
    { name: 'search-box', path: `${w}/inbox`, act: typeOperator },
    { name: 'ticket', path: `${w}/inbox`, act: openFirst },
    {
      name: 'ticket-history',
      path: `${w}/inbox`,
      act: page => openFirst(page).then(() => page.goto(`${page.url()}/history`)),
    },
    ...['approval', 'resolution', 'activities', 'time'].map(tab => ({
      name: `ticket-${tab}`,
      path: `${w}/inbox`,
      act: (page: Page) => openFirst(page).then(() => page.goto(`${page.url()}/${tab}`)),
    })),
    { name: 'activities', path: `${w}/activities` },
    { name: 'time', path: `${w}/time` },
    {
      name: 'ticket-attachments',
      path: `${w}/inbox`,
      act: page => openWithFiles(page, slug, 'attachments'),
    },
    {
      name: 'ticket-preview',
      path: `${w}/inbox`,
      act: page => openWithFiles(page, slug, 'attachments').then(() => openPreview(page)),
    },
    {
      name: 'ticket-no-attachments',
      path: `${w}/unanswered`,
      act: page => openFirst(page).then(() => page.goto(`${page.url()}/attachments`)),
    },
    {
      name: 'ticket-postpone',
      path: `${w}/inbox`,
      act: page => openFirst(page).then(() => page.keyboard.press('z')),
    },
    {
      name: 'ticket-panel',
      path: `${w}/inbox`,
      act: page => openFirst(page).then(() => page.keyboard.press('y')),
    },
    { name: 'on-hold', path: `${w}/on-hold` },
    { name: 'contacts', path: `${w}/contacts` },
    { name: 'contacts-empty', path: `${w}/contacts?q=xyzzyqqq` },
    { name: 'contact', path: `${w}/contacts`, act: openContact },
    {
      name: 'contact-edit',
      path: `${w}/contacts`,
      act: page =>
        openContact(page).then(() =>
          page.getByRole('button', { name: /^(Edit the|Modifier le) contact$/ }).click(),
        ),
    },
    { name: 'contact-missing', path: `${w}/contacts/01234567-89ab-7def-8123-456789abcdef` },
    {
      name: 'ticket-note',
      path: `${w}/unanswered`,
      act: page => openFirst(page).then(() => page.keyboard.press('n')),
    },
    { name: 'inbox-together', path: `${w}/inbox`, act: page => openTogether(page).then(() => page.goBack()) },
    { name: 'ticket-together', path: `${w}/inbox`, act: openTogether },
    { name: 'drafts', path: `${w}/drafts` },
    {
      name: 'draft-menu',
      path: `${w}/inbox`,
      act: async page => {
        await openFirst(page);
        await writeReply(page, 'Bonjour, votre vélo est prêt. Il vous attend au comptoir.');
        await page
          .getByRole('button', { name: /brouillon|about this draft/ })
          .last()
          .click();
        await page.getByRole('menuitem').first().click();
      },
    },
    {
      name: 'composer',
      path: `${w}/unanswered`,
      act: page => openFirst(page).then(() => write(page)),
    },
    {
      name: 'composer-menu',
      path: `${w}/unanswered`,
      act: page =>
        openFirst(page)
          .then(() => page.keyboard.press('r'))
          .then(() => page.keyboard.type('Bonjour, /')),
    },
    {
      name: 'composer-mention',
      path: `${w}/unanswered`,
      act: page =>
        openFirst(page)
          .then(() => page.keyboard.press('n'))
          .then(() => page.keyboard.type('@')),
    },
    {
      name: 'message-menu',
      path: `${w}/inbox`,
      act: page => openFirst(page).then(() => page.locator('article header button').last().click()),
    },
    {
      name: 'canned-form',
      path: `${w}/settings/canned`,
      act: page => page.locator('main li button').first().click(),
    },
    {
      name: 'canned-none-found',
      path: `${w}/settings/canned`,
      act: page => page.locator('input[type=search]').last().fill('xyzzy'),
    },
    { name: 'ticket-recipients', path: `${w}/inbox`, act: editRecipients },
    { name: 'ticket-doubts', path: `${w}/inbox`, act: askDoubts },
    { name: 'ticket-later', path: `${w}/inbox`, act: chooseLater },
    { name: 'ticket-leaving', path: `${w}/inbox`, act: leave },
    { name: 'ticket-scheduled', path: `${w}/inbox`, act: scheduleOne },
    { name: 'scheduled', path: `${w}/scheduled` },
    { name: 'board', path: `${w}/board` },
    { name: 'board-empty', path: `${w}/board?q=xyzzyqqq` },
    {
      name: 'board-escalate',
      path: `${w}/board`,
      act: async page => {
        await page.locator('[data-card] a').first().focus();
        await page.keyboard.press('m');
        await page.getByRole('dialog').getByRole('button').nth(3).click();
      },
    },
    { name: 'feed', path: `${w}/feed` },
    { name: 'feed-empty', path: `${w}/feed?kinds=deliveries&by=01234567-89ab-7def-8123-456789abcdef` },
    {
      name: 'bulk',
      path: `${w}/inbox`,
      act: async page => {
        await page.keyboard.press('j');
        for (let row = 0; row < 3; row++) await page.keyboard.press('Shift+ArrowDown');
      },
    },
    { name: 'ticket-missing', path: `${w}/tickets/999999` },
    { name: 'new-ticket', path: `${w}/tickets/new` },
    { name: 'palette', path: `${w}/inbox`, act: page => page.keyboard.press('Control+k') },
    {
      name: 'palette-found',
      path: `${w}/inbox`,
      act: async page => {
        await openFirst(page);
        await page.keyboard.press('Control+k');
        await page.keyboard.type('ro');
      },
    },
    { name: 'keys', path: `${w}/inbox`, act: page => page.keyboard.press('?') },
    ...settings.map(path => ({ name: `settings${path.replaceAll('/', '-')}`, path: `${w}/settings${path}` })),
    { name: 'dev-mail', path: `/dev/mail?workspace=${slug}` },
  ];
}

async function openFilters(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Plus de filtres|More filters|\d* ?[Ff]ilt\w+)$/ })
    .first()
    .click();
}

async function openSaving(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Enregistrer comme vue|Save as view)$/ }).click();
}

async function openColumns(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^(Colonnes|Columns)$/ });
  // A narrow screen has one row for all.
  if (await button.isVisible()) await button.click();
}

async function typeOperator(page: Page): Promise<void> {
  // On a small screen the box stands in the menu.
  const menu = page.getByRole('button', { name: /^(Ouvrir le menu|Open the menu)$/ });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('combobox').first().click();
  await page.keyboard.type('tag:');
}

async function failSearch(page: Page): Promise<void> {
  await page.route('**/api/**/search?*', route =>
    route.fulfill({ status: 400, json: { error: { code: 'invalid', facts: {} } } }),
  );
  await page.reload();
}

async function openFirst(page: Page): Promise<void> {
  await page.locator('a[href*="/tickets/"]:not([href$="/new"])').first().click();
  await page.waitForURL(/\/tickets\/\d+/);
  await settle(page);
}

/** Opens a tab of the newest ticket that has a PDF among its files. */
async function openWithFiles(page: Page, slug: string, tab: string): Promise<void> {
  const api = `${desk.url}/api/w/${slug}/tickets`;
  const { tickets } = await (await page.request.get(`${api}?view=all&sort=recent&limit=200`)).json();
  for (const { number } of tickets.filter((one: { hasFiles: boolean }) => one.hasFiles)) {
    const { files } = await (await page.request.get(`${api}/${number}/files`)).json();
    if (!files.some((file: { type: string }) => file.type === 'application/pdf')) continue;
    await page.goto(`${desk.url}/w/${slug}/tickets/${number}/${tab}`);
    await settle(page);
    return;
  }
}

async function openPreview(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /\.pdf$/ })
    .first()
    .click();
  await page.locator('canvas[data-drawn]').first().waitFor();
}

async function openContact(page: Page): Promise<void> {
  await page.locator('a[href*="/contacts/"]').first().click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}/);
  await settle(page);
}

/** Opens the first ticket while a teammate, in a browser of their own, writes a reply to it. */
async function openTogether(page: Page): Promise<void> {
  await openFirst(page);
  const [, teammate, secret] = /(hugo@\S+) \/ (\S+)/.exec(desk.log()) ?? [];
  const other = await browser.newPage({ allowed: [/401/] });
  await other.request.post(`${desk.url}/api/session`, { data: { email: teammate, password: secret } });
  await other.goto(page.url());
  await writeReply(other, 'Bonjour, je m’en occupe.');
  await page.getByText('Hugo', { exact: false }).first().waitFor({ state: 'attached' });
}

async function writeReply(page: Page, words: string): Promise<void> {
  const box = page.getByRole('textbox').last();
  if (!(await box.isVisible())) await page.keyboard.press('r');
  await page.keyboard.press('r');
  await box.waitFor();
  await box.fill(words);
  await page.waitForTimeout(1_500);
}

/** Some of everything that a reply can hold. */
async function write(page: Page): Promise<void> {
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
async function answerFirst(page: Page, words: string): Promise<void> {
  await openFirst(page);
  await page.keyboard.press('r');
  await page.locator('[contenteditable=true]').first().fill(words);
}

async function editRecipients(page: Page): Promise<void> {
  await answerFirst(page, 'Bonjour');
  await page
    .locator('section:is([aria-label=Destinataires], [aria-label=Recipients]) button')
    .first()
    .click();
}

async function askDoubts(page: Page): Promise<void> {
  await answerFirst(page, 'Ci-joint, attached');
  await page.keyboard.press('Control+Enter');
}

async function chooseLater(page: Page): Promise<void> {
  await answerFirst(page, 'Bonjour');
  await page.locator('[class*=split] button').last().click();
  await page.locator('[role=menuitem]').last().click();
}

async function leave(page: Page): Promise<void> {
  await answerFirst(page, 'Votre vélo est prêt.');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-outgoing]').waitFor();
}

async function scheduleOne(page: Page): Promise<void> {
  await chooseLater(page);
  await page.locator('[role=dialog] button').nth(1).click();
  await page.locator('li[data-outgoing]').first().waitFor();
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(350);
}

async function shoot(page: Page, mark: string, screen: Screen): Promise<void> {
  if (only && !only.includes(screen.name)) {
    if (screen.name === 'sign-in') await page.goto(screen.path);
    return;
  }
  await page.goto(screen.path);
  await settle(page);
  await screen.act?.(page);
  await settle(page);
  await page.screenshot({ path: join(values.out, `${screen.name}.${mark}.png`) });
  const problems = (await axe(page)).map(finding => `${finding.rule}: ${finding.elements.join('; ')}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) problems.push(`scrolls sideways by ${overflow} px`);
  findings += problems.length;
  console.log(`${screen.name} ${mark}${problems.length ? `\n  ${problems.join('\n  ')}` : ''}`);
}
