// Paramètres: tags, folders, teams, people, and what an agent sets for themselves.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { t } from '../contract/i18n/t.ts';
import { hasChromium } from './support/chromium.ts';
import { axeLines, fr, readKeptMail, useDemo, workspace } from './support/demo.ts';

const newcomer = 'yann@velo.example';
/** Refusals that these stories ask for: signed out, and a link that has served. */
const allowed = [/status of (401|403|404|410|422)/, /WebSocket/];

describe.skipIf(!hasChromium())('the settings', () => {
  const demo = useDemo('settings');
  let page: Page;
  const button = (key: string, values?: Record<string, string>) =>
    page.getByRole('button', { name: fr(key, values), exact: true });
  const dialog = () => page.getByRole('dialog');
  const row = (words: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: words });

  beforeAll(async () => {
    page = await demo.openAs('lea', '/inbox', { allowed: [/status of 409/] });
  });

  async function open(key: string) {
    await page
      .getByRole('link', { name: fr('settings.menu') })
      .first()
      .click();
    await page
      .getByRole('link', { name: fr(key), exact: true })
      .first()
      .click();
  }
  async function fillName(name: string) {
    await dialog()
      .getByRole('textbox', { name: fr('settings.name') })
      .fill(name);
    expect.soft(await axeLines(page)).toEqual([]);
  }
  /** Presses the button at the foot of the dialog and waits until it is gone. */
  async function submit(key: string) {
    await dialog()
      .getByRole('button', { name: fr(key), exact: true })
      .click();
    await dialog().waitFor({ state: 'hidden' });
  }
  /** Whether all of it, but for a fraction of a pixel, can be seen without scrolling. */
  async function isInWindow(one: Locator) {
    const box = await one.boundingBox();
    return box !== null && (await one.isVisible()) && box.y > -1 && box.y + box.height < 901;
  }
  async function choose(name: string, key: string) {
    await button('settings.row.actions', { name }).click();
    await page.getByRole('menuitem', { name: fr(key), exact: true }).click();
  }

  it('LUM-26 a tag is added under Paramètres, page Tags, by « Ajoutez un tag », and can be picked at once', async () => {
    expect([fr('settings.menu'), fr('settings.tags.title'), fr('settings.tags.add')]).toEqual([
      'Paramètres',
      'Tags',
      'Ajoutez un tag',
    ]);
    await open('settings.tags.title');
    await button('settings.tags.add').click();
    await dialog()
      .getByRole('button', { name: fr('settings.tags.add-submit') })
      .click();
    await dialog().getByText(fr('shell.field.required')).waitFor();
    await fillName('Sonnette');
    await submit('settings.tags.add-submit');
    await row('Sonnette').waitFor();
    expect(await axeLines(page)).toEqual([]);
    await choose('Sonnette', 'settings.edit');
    await fillName('Sonnettes et klaxons');
    await submit('settings.save');
    await row('Sonnettes et klaxons').waitFor();
    const hugo = await demo.openAs('hugo');
    // The history fills its place above the tags only after the list of tags was opened.
    let showHistory: () => void = () => {};
    const isOpened = new Promise<void>(resolve => {
      showHistory = resolve;
    });
    await hugo.route(/\/tickets\/\d+\/history/, async route => {
      await isOpened;
      await route.continue();
    });
    await hugo.getByTestId('ticket-list').getByRole('link').first().click();
    const add = hugo.getByRole('button', { name: fr('tickets.tags.add') });
    const option = hugo.getByRole('option', { name: 'Sonnettes et klaxons' });
    await add.click();
    await option.waitFor();
    showHistory();
    await hugo.locator('aside ol > li').first().waitFor();
    // The list follows its button in the next frames.
    await hugo.waitForTimeout(300);
    expect(await isInWindow(add)).toBe(true);
    expect(await isInWindow(hugo.getByRole('textbox', { name: fr('tickets.block.tags') }))).toBe(true);
    expect(await isInWindow(hugo.getByRole('option').first())).toBe(true);
    // What the ticket has is told as chosen; the mark of what Enter takes is on one option only.
    expect(await hugo.getByRole('option', { selected: true }).count()).toBeGreaterThan(1);
    expect(await hugo.locator('[role=option][data-combobox-selected]:visible').count()).toBe(1);
    await hugo.context().close();
    await choose('Sonnettes et klaxons', 'settings.delete');
    await submit('settings.delete');
    await row('Sonnettes et klaxons').waitFor({ state: 'hidden' });
  });

  it('LUM-29 a folder is added, renamed and removed; one that holds tickets stays', async () => {
    await open('settings.folders.title');
    await button('settings.folders.add').click();
    await fillName('Vélos cargo');
    await submit('settings.folders.add-submit');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Vélos cargo/ })
      .waitFor();
    await choose('Vélos cargo', 'settings.rename');
    await fillName('Cargos');
    await submit('settings.save');
    await row('Cargos').waitFor();
    expect(await axeLines(page)).toEqual([]);
    await choose('Cargos', 'settings.delete');
    await submit('settings.delete');
    await row('Cargos').waitFor({ state: 'hidden' });
    await choose('Réparations', 'settings.delete');
    await dialog()
      .getByRole('button', { name: fr('settings.delete'), exact: true })
      .click();
    await dialog().getByText(fr('errors.folder-in-use')).waitFor();
    expect(await axeLines(page)).toEqual([]);
    await dialog()
      .getByRole('button', { name: fr('shell.cancel') })
      .click();
    await dialog().waitFor({ state: 'hidden' });
    await row('Réparations').waitFor();
  });

  it('LIV-09 a team is made and gets members', async () => {
    await open('settings.teams.title');
    await button('settings.teams.add').click();
    await dialog()
      .getByRole('combobox', { name: fr('settings.teams.members') })
      .click();
    await page.getByRole('option', { name: 'Hugo Martin' }).click();
    await page.getByRole('option', { name: 'Inès Benali' }).click();
    await dialog()
      .getByRole('textbox', { name: fr('settings.name') })
      .click();
    await fillName('Samedi');
    await submit('settings.teams.add-submit');
    await row('Samedi').filter({ hasText: 'Hugo Martin' }).filter({ hasText: 'Inès Benali' }).waitFor();
    expect(await axeLines(page)).toEqual([]);
  });

  it('LUM-35 an agent is invited by mail and comes in by the link, which serves once', async () => {
    await open('settings.agents.title');
    await button('settings.agents.invite').first().click();
    await dialog()
      .getByRole('textbox', { name: fr('signin.email') })
      .fill(newcomer);
    expect(await axeLines(page)).toEqual([]);
    await submit('settings.invitations.send');
    await row(newcomer).waitFor();
    const mails = await demo.openAs('lea');
    const mail = await readKeptMail(mails, demo.desk, newcomer);
    expect(mail.subject).toBe(
      fr('mail.invitation.subject.by', { inviter: 'Léa Moreau', workspace: 'Vélo & Cie' }),
    );
    const link = /http\S+\/invitation\S+/.exec(mail.text)![0];
    await mails.context().close();

    const yann = await demo.openAsNobody({ allowed });
    await yann.goto(link);
    await yann.getByText(fr('people.invitation.new', { email: newcomer })).waitFor();
    expect(await axeLines(yann)).toEqual([]);
    await yann.getByRole('textbox', { name: fr('people.name') }).fill('Yann Kervella');
    await yann.locator('input[type=password]').fill('douze caractères');
    await yann.getByRole('button', { name: fr('people.invitation.accept') }).click();
    await yann.waitForURL(/\/w\/velo-cie\/inbox$/);
    await yann.getByTestId('ticket-list').getByRole('link').first().waitFor();
    // An agent, not an administrator: the pages of the workspace are not offered, nor open by their address.
    await yann.goto(`${demo.desk.url}${workspace}/settings/agents`);
    await yann.getByText(fr('settings.administrators-only'), { exact: true }).waitFor();
    await yann.context().close();

    const second = await demo.openAsNobody({ allowed });
    await second.goto(link);
    await second.getByText(fr('errors.link-expired')).waitFor();
    expect(await second.locator('input[type=password]').count()).toBe(0);
    expect(await axeLines(second)).toEqual([]);
    await second.context().close();
    await page.reload();
    await row('Yann Kervella').waitFor();
  });

  it('LUM-28 LUM-35 a role is changed; the last administrator keeps theirs', async () => {
    await choose('Yann Kervella', 'settings.agents.make-administrator');
    await row('Yann Kervella').getByText(fr('role.administrator')).waitFor();
    await choose('Yann Kervella', 'settings.agents.make-agent');
    await row('Yann Kervella').getByText(fr('role.administrator')).waitFor({ state: 'hidden' });
    expect(await axeLines(page)).toEqual([]);
    await choose('Léa Moreau', 'settings.agents.make-agent');
    await page.getByText(fr('errors.last-administrator')).waitFor();
    await row('Léa Moreau').getByText(fr('role.administrator')).waitFor();
  });

  it('LUM-36 an agent is limited to a folder and sees its tickets only, on the open screen within 5 s', async () => {
    const tom = await demo.openAs('tom', '/all');
    await tom.getByRole('link', { name: 'Boîte de réception générale' }).waitFor();
    await choose('Tom Whitaker', 'settings.agents.folders.limit');
    await dialog()
      .getByRole('radio', { name: fr('settings.agents.folders.some') })
      .check();
    await dialog()
      .getByRole('combobox', { name: fr('settings.agents.folders.which') })
      .click();
    const folder = await page.getByRole('option').last().innerText();
    await page.getByRole('option').last().click();
    await page.keyboard.press('Escape');
    expect.soft(await axeLines(page)).toEqual([]);
    await submit('settings.save');
    await row('Tom Whitaker')
      .getByText(fr('settings.agents.folders.count', { count: 1 }))
      .waitFor();
    await tom
      .getByRole('link', { name: 'Boîte de réception générale' })
      .waitFor({ state: 'hidden', timeout: 5_000 });
    await tom.getByRole('link', { name: folder }).first().waitFor();
    await tom.context().close();
    await choose('Tom Whitaker', 'settings.agents.folders.limit');
    await dialog()
      .getByRole('radio', { name: fr('settings.agents.folders.all') })
      .check();
    await submit('settings.save');
  });

  it('LUM-35 S26 an agent who is disabled is signed out on the open screen within 5 s, and does not come back', async () => {
    const yann = await demo.openAsNobody({ allowed });
    await yann.goto(`${demo.desk.url}/sign-in`);
    const signIn = async () => {
      await yann.locator('input[type=password]').fill('douze caractères');
      await yann.getByRole('button', { name: fr('signin.submit') }).click();
    };
    await yann.getByLabel(fr('signin.email'), { exact: true }).fill(newcomer);
    await signIn();
    await yann.getByTestId('ticket-list').getByRole('link').first().click();
    await yann.getByRole('textbox', { name: fr('composer.reply.label') }).waitFor();
    await choose('Yann Kervella', 'settings.agents.disable');
    const disabledAt = Date.now();
    await yann.getByText(fr('signin.again.title')).waitFor();
    console.log(`settings: a disabled agent was out after ${Date.now() - disabledAt} ms`);
    expect(Date.now() - disabledAt).toBeLessThan(5_000);
    await row('Yann Kervella').getByText(fr('settings.agents.disabled'), { exact: true }).waitFor();
    await signIn();
    await yann
      .getByText(fr('errors.wrong-credentials'))
      .or(yann.getByText(fr('shell.start.none')))
      .waitFor();
    await yann.context().close();
    expect(await axeLines(page)).toEqual([]);
  });

  it('an agent ends another of their sessions, whose screen is signed out', async () => {
    const hugo = await demo.openAs('hugo', '/settings/sessions', { allowed });
    const forgotten = await demo.openAs('hugo', '/inbox', { allowed });
    await forgotten.getByTestId('ticket-list').getByRole('link').first().waitFor();
    await hugo.reload();
    await hugo.getByText(fr('settings.sessions.current')).waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    const others = hugo.getByRole('button', { name: /^Mettre fin à la session/ });
    for (let left = await others.count(); left > 0; left--) {
      await others.first().click();
      await expect.poll(() => others.count()).toBe(left - 1);
    }
    const endedAt = Date.now();
    await forgotten.getByText(fr('signin.again.title')).waitFor();
    console.log(`settings: an ended session was out after ${Date.now() - endedAt} ms`);
    expect(Date.now() - endedAt).toBeLessThan(5_000);
    expect((await hugo.request.get(`${demo.desk.url}/api/session`)).status()).toBe(200);
  });

  it('an agent chooses language and theme, which are kept', async () => {
    const nadia = await demo.openAs('nadia', '/settings/profile', { theme: 'light' });
    const scheme = () => nadia.evaluate(() => document.documentElement.dataset.mantineColorScheme);
    await nadia.getByRole('heading', { name: fr('settings.profile.screens') }).waitFor();
    expect(await axeLines(nadia)).toEqual([]);
    await nadia.getByRole('combobox', { name: fr('shell.theme') }).click();
    await nadia.getByRole('option', { name: fr('shell.theme.dark') }).click();
    await expect.poll(scheme).toBe('dark');
    await nadia.getByRole('combobox', { name: fr('shell.language') }).click();
    await nadia.getByRole('option', { name: fr('language.en') }).click();
    await nadia.getByRole('heading', { name: t('en', 'settings.profile.screens') }).waitFor();
    await nadia.waitForLoadState('networkidle');
    await nadia.reload();
    await nadia.getByRole('heading', { name: t('en', 'settings.profile.screens') }).waitFor();
    expect(await scheme()).toBe('dark');
    expect(await nadia.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await axeLines(nadia)).toEqual([]);
  });
});
