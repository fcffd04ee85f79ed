// The screens of which pictures are taken.
import type { Page } from 'playwright-core';
import {
  askDoubts,
  askWhere,
  askWhy,
  chooseLater,
  editRecipients,
  failSearch,
  leave,
  lookAside,
  openColumns,
  openContact,
  openFilters,
  openFirst,
  openPreview,
  openSaving,
  openTogether,
  openUnreadable,
  openWithFiles,
  type Stage,
  scheduleOne,
  typeOperator,
  write,
  writeAside,
  writeReply,
} from './acts.ts';
import { askElsewhere, importArchive, openAlarm, openBounced, openInvitation } from './mail-acts.ts';

export interface Screen {
  name: string;
  path: string;
  /** What to do once the page is there. */
  act?: (page: Page) => Promise<unknown>;
}

/** The pages of the settings, below /settings. */
export const settingsPaths = [
  '',
  '/workspace',
  '/mailboxes',
  '/mailboxes/new',
  '/quarantine',
  '/import',
  '/templates',
  '/templates/acknowledgement',
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

/** Every screen of the signed-in app, in the order in which their pictures are taken. */
export function screensOf(stage: Stage): Screen[] {
  const { slug } = stage;
  const w = `/w/${slug}`;
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
    { name: 'ticket-why', path: `${w}/all?sort=recent`, act: page => askWhy(page, stage) },
    { name: 'ticket-aside', path: `${w}/all?sort=recent`, act: writeAside },
    { name: 'ticket-move', path: `${w}/all?sort=recent`, act: page => askWhere(page, stage) },
    { name: 'mailbox-alarm', path: `${w}/settings/mailboxes`, act: openAlarm },
    { name: 'ticket-bounced', path: `${w}/all?status=pending`, act: openBounced },
    { name: 'ticket-invitation', path: `${w}/all?status=pending`, act: openInvitation },
    { name: 'ticket-elsewhere', path: `${w}/all?status=pending`, act: askElsewhere },
    { name: 'quarantine', path: `${w}/settings/quarantine`, act: page => lookAside(page, stage) },
    { name: 'import', path: `${w}/settings/import`, act: importArchive },
    { name: 'activities', path: `${w}/activities` },
    { name: 'time', path: `${w}/time` },
    {
      name: 'ticket-attachments',
      path: `${w}/inbox`,
      act: page => openWithFiles(page, stage, 'attachments'),
    },
    {
      name: 'ticket-preview',
      path: `${w}/inbox`,
      act: page => openWithFiles(page, stage, 'attachments').then(() => openPreview(page)),
    },
    {
      name: 'ticket-unreadable-preview',
      path: `${w}/inbox`,
      act: page => openWithFiles(page, stage, 'attachments').then(() => openUnreadable(page)),
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
      name: 'ticket-toast',
      path: `${w}/inbox`,
      act: async page => {
        await openFirst(page);
        await page.keyboard.press('p');
        await page.getByRole('option', { selected: false }).first().click();
        await page.getByRole('alert').first().waitFor();
      },
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
    {
      name: 'inbox-together',
      path: `${w}/inbox`,
      act: page => openTogether(page, stage).then(() => page.goBack()),
    },
    { name: 'ticket-together', path: `${w}/inbox`, act: page => openTogether(page, stage) },
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
    ...settingsPaths.map(path => ({
      name: `settings${path.replaceAll('/', '-')}`,
      path: `${w}/settings${path}`,
    })),
    { name: 'dev-mail', path: `/dev/mail?workspace=${slug}` },
  ];
}
