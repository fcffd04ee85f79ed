// The list of tickets: filters, saved views, columns, unread, ages, and who works on what.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, fr, useDemo, workspace } from './support/demo.ts';

/** What follows a change of somebody else's takes its time on a busy machine. */
const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

describe.skipIf(!hasChromium())('the list', () => {
  const demo = useDemo('lists');
  let lea: Page;
  let hugo: Page;
  const rows = (page: Page) => page.getByTestId('ticket-list').locator('li');
  const rail = (page: Page) => page.getByRole('navigation', { name: fr('shell.rail.label') });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const chip = (page: Page, name: string, value: string) =>
    page.getByRole('button', {
      name: fr('lists.take-off', { filter: fr('tickets.filter.chosen', { name, value }) }),
    });

  beforeAll(async () => {
    [lea, hugo] = await Promise.all([demo.openAs('lea'), demo.openAs('hugo')]);
    await Promise.all([rows(lea).first().waitFor(), rows(hugo).first().waitFor()]);
  });

  it('filters combine, stand in the address and on chips, and come off one by one', async () => {
    await button(lea, fr('lists.more-filters')).click();
    const all = lea.getByRole('dialog', { name: fr('lists.filters') });
    await all.getByLabel(fr('lists.filter.priority'), { exact: true }).first().click();
    await lea.getByRole('option', { name: fr('priority.high') }).click();
    await lea.keyboard.press('Escape');
    await all.getByLabel(fr('lists.filter.age'), { exact: true }).first().click();
    await lea.getByRole('option', { name: /^Jaune/ }).click();
    await button(lea, fr('lists.show')).click();
    await all.waitFor({ state: 'hidden' });
    await lea.getByRole('button', { name: fr('lists.filter.assignee'), exact: true }).click();
    await lea.getByRole('option', { name: fr('tickets.nobody') }).click();
    await lea.keyboard.press('Escape');
    await chip(lea, fr('lists.filter.assignee'), fr('tickets.nobody')).waitFor();
    expect(new URL(lea.url()).search).toBe('?assignee=nobody&priority=high&age=yellow');
    await rows(lea).first().waitFor();
    const narrow = await rows(lea).count();
    expect(narrow).toBeGreaterThan(0);
    expect(await axeLines(lea)).toEqual([]);

    // The address alone shows the same list to somebody else.
    await hugo.goto(lea.url());
    await soon(() => rows(hugo).count()).toBe(narrow);
    await chip(hugo, fr('lists.filter.priority'), fr('priority.high')).click();
    await soon(() => rows(hugo).count()).toBeGreaterThan(narrow);
    expect(new URL(hugo.url()).search).toBe('?assignee=nobody&age=yellow');
  });

  it('a list is saved as a view that everyone sees at once, with its number, and can be changed and deleted', async () => {
    const number = await rows(lea).count();
    await button(lea, fr('lists.view.add')).click();
    const dialog = lea.getByRole('dialog', { name: fr('lists.view.add') });
    await dialog.getByRole('textbox', { name: fr('settings.name') }).fill('Urgents sans agent');
    await dialog.getByRole('radio', { name: fr('lists.view.visibility.everyone') }).click();
    await dialog.getByRole('button', { name: fr('settings.save') }).click();
    await lea.waitForURL(/\/views\/[0-9a-f-]+$/);
    for (const page of [lea, hugo]) {
      const link = rail(page).getByRole('link', { name: /Urgents sans agent/ });
      await link.waitFor();
      await soon(() => link.innerText()).toContain(String(number));
    }
    await rail(hugo)
      .getByRole('link', { name: /Urgents sans agent/ })
      .click();
    await soon(() => rows(hugo).count()).toBe(number);
    // Hugo may narrow it, but the view is Léa's.
    await chip(hugo, fr('lists.filter.priority'), fr('priority.high')).click();
    await button(hugo, fr('lists.view.save-as')).waitFor();
    expect(await button(hugo, fr('lists.view.save')).count()).toBe(0);
    await button(hugo, fr('lists.view.reset')).click();
    await chip(hugo, fr('lists.filter.priority'), fr('priority.high')).waitFor();

    await lea.getByRole('button', { name: /Retirer le filtre .*Jaune/ }).click();
    await button(lea, fr('lists.view.save')).click();
    await lea.waitForURL(/\/views\/[0-9a-f-]+$/);
    await soon(() => hugo.getByRole('button', { name: /Retirer le filtre .*Jaune/ }).count()).toBe(0);
    expect(await axeLines(lea)).toEqual([]);
    await button(lea, fr('lists.view')).click();
    await lea.getByRole('menuitem', { name: fr('settings.delete') }).click();
    await lea
      .getByRole('dialog')
      .getByRole('button', { name: fr('settings.delete') })
      .click();
    await lea.waitForURL(/\/inbox$/);
    await hugo.getByText(fr('lists.view.gone'), { exact: true }).first().waitFor();
    await rail(hugo)
      .getByRole('link', { name: /Urgents/ })
      .waitFor({ state: 'hidden' });
  });

  it('QCX-09 each person chooses columns and density, and finds them again', async () => {
    await lea.goto(`${demo.desk.url}${workspace}/inbox`);
    await button(lea, fr('lists.columns')).click();
    for (const name of ['type', 'segment'])
      await lea.getByRole('checkbox', { name: fr(`lists.column.${name}`), exact: true }).click();
    await lea.getByRole('checkbox', { name: fr('lists.column.tags'), exact: true }).click();
    await lea.getByText(fr('lists.density.compact'), { exact: true }).click();
    await lea.keyboard.press('Escape');
    const height = () =>
      rows(lea)
        .first()
        .evaluate(row => row.getBoundingClientRect().height);
    await soon(height).toBe(40);
    const header = lea.locator('section[aria-label]').first();
    const headers = async () => header.innerText();
    await soon(headers).toContain(fr('lists.column.segment'));
    await lea.reload();
    await rows(lea).first().waitFor();
    const shown = await headers();
    for (const name of ['customer', 'type', 'status', 'segment'])
      expect(shown).toContain(fr(`lists.column.${name}`));
    expect(await height()).toBe(40);
    expect(await axeLines(lea)).toEqual([]);
  });

  it('Shift+U marks the row in hand as read and unread', async () => {
    await lea.keyboard.press('j');
    const row = rows(lea).first().locator('[data-row]');
    const before = await row.getAttribute('data-unread');
    await lea.keyboard.press('Shift+U');
    await soon(() => row.getAttribute('data-unread')).toBe(before === 'true' ? 'false' : 'true');
    await lea.keyboard.press('Shift+U');
    await soon(() => row.getAttribute('data-unread')).toBe(before);
  });

  it('LUM-14 what is unanswered stands in the tab and on the collapsed rail', async () => {
    const link = rail(lea).getByRole('link', { name: /^Sans réponse/ });
    const number = /\d+/.exec(await link.innerText())![0];
    await soon(() => lea.title()).toMatch(new RegExp(`^\\(${number}\\) `));
    await button(lea, fr('shell.rail.collapse')).click();
    await soon(() => link.getByText(number, { exact: true }).first().isVisible()).toBe(true);
    await button(lea, fr('shell.rail.expand')).click();
  });

  it('LIV-26 LUM-16 the overview counts each agent’s tickets and leads to them', async () => {
    await lea.keyboard.press('g');
    await lea.keyboard.press('w');
    const table = lea.getByRole('table', { name: fr('lists.overview.unassigned') });
    const link = table.getByRole('link', { name: new RegExp(fr('lists.overview.new')) });
    const number = Number(/\d+/.exec(await link.innerText())![0]);
    expect(await axeLines(lea)).toEqual([]);
    await link.click();
    await soon(() => rows(lea).count()).toBe(number);
    await chip(lea, fr('lists.filter.assignee'), fr('tickets.nobody')).waitFor();
  });

  it('CHP-12 CHP-13 the hours of yellow and red are set for everyone', async () => {
    await hugo.goto(`${demo.desk.url}${workspace}/unanswered`);
    await rows(hugo).first().waitFor();
    const red = () => hugo.locator('[title*="plus de 24"]').count();
    expect(await red()).toBeGreaterThan(0);
    await lea.goto(`${demo.desk.url}${workspace}/settings/ticket`);
    const field = (name: string) =>
      lea.getByRole('textbox', { name: `${fr(`settings.ticket.${name}`)}, ${fr('settings.ticket.hours')}` });
    await field('red').fill('10');
    await button(lea, fr('settings.save')).click();
    await lea.getByText(fr('settings.ticket.red-after-yellow')).waitFor();
    await field('yellow').fill('4');
    await button(lea, fr('settings.save')).click();
    await lea.getByText(fr('settings.saved')).waitFor();
    await soon(red).toBe(0);
    await soon(() => hugo.locator('[title*="plus de 10"]').count()).toBeGreaterThan(0);
    expect(await axeLines(lea)).toEqual([]);
  });

  it('LIV-10 D-13 types and segments have pages of their own', async () => {
    for (const [path, page] of [
      ['types', 'settings.types'],
      ['segments', 'settings.segments'],
    ] as const) {
      await lea.goto(`${demo.desk.url}${workspace}/settings/${path}`);
      await lea
        .getByRole('button', { name: fr(`${page}.add`) })
        .first()
        .click();
      await lea.getByRole('textbox', { name: fr('settings.name') }).fill('Grand Ouest');
      await button(lea, fr(`${page}.add-submit`)).click();
      await lea.getByText('Grand Ouest', { exact: true }).waitFor();
      await lea.getByRole('button', { name: fr('settings.row.actions', { name: 'Grand Ouest' }) }).click();
      await lea.getByRole('menuitem', { name: fr('settings.delete') }).click();
      await lea
        .getByRole('dialog')
        .getByRole('button', { name: fr('settings.delete') })
        .click();
      await lea.getByText('Grand Ouest', { exact: true }).waitFor({ state: 'hidden' });
      expect(await axeLines(lea)).toEqual([]);
    }
  });
});
