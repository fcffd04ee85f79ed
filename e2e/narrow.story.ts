// On a telephone, in the dark: reading, answering, assigning, and no screen that scrolls sideways.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { settingsPaths } from './screens/screens.ts';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, readKeptMail, ticketNumber, useDemo, workspace } from './support/demo.ts';

const address = 'margaux@client.example';
const subject = 'Antivol bloqué devant la gare, avec un objet qui n’en finit pas de finir';

describe.skipIf(!hasChromium())('at 390 pixels, dark', () => {
  const demo = useDemo('narrow');
  let page: Page;
  let number: number;

  beforeAll(async () => {
    page = await demo.openAs('lea', '/inbox', { width: 390, theme: 'dark' });
    const text = `Bonjour,\nl’antivol ne s’ouvre plus : https://velo.example/${'antivol-'.repeat(30)}\nMargaux`;
    await deliver(demo.desk, { from: `Margaux Thévenet <${address}>`, subject, text });
    number = await ticketNumber(page, demo.desk, subject);
  });

  async function expectFits() {
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
    expect.soft(await axeLines(page), page.url()).toEqual([]);
  }

  it('an agent finds the ticket in the list and reads it', async () => {
    await page.goto(`${demo.desk.url}${workspace}/inbox?sort=recent`);
    const link = page.getByRole('link', { name: subject });
    await link.waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
    await expectFits();
    await link.click();
    await page.getByText('l’antivol ne s’ouvre plus').first().waitFor();
    await expectFits();
  });

  it('LUM-17 an agent answers', async () => {
    await page.getByRole('button', { name: fr('composer.reply'), exact: true }).click();
    const box = page.getByRole('textbox', { name: fr('composer.reply.label') });
    await box.waitFor();
    await box.click();
    await page.keyboard.type('Bonjour, nous arrivons avec la meuleuse.');
    await page.getByText(fr('composer.saved')).waitFor();
    await expectFits();
    const send = page.getByRole('button', { name: fr('composer.send'), exact: true });
    const { x, y, width, height } = (await send.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
    expect(y + height).toBeLessThanOrEqual(900);
    await send.click();
    await page.getByRole('article').filter({ hasText: 'la meuleuse' }).waitFor();
    await page.getByRole('button', { name: fr('composer.close') }).click();
    await expectFits();
  });

  it('LUM-25 LUM-30 an agent assigns it', async () => {
    await page.getByRole('button', { name: fr('tickets.panel.open') }).click();
    const panel = page.getByRole('dialog', { name: fr('tickets.panel') });
    await panel.getByRole('button', { name: /^Agent responsable / }).click();
    await page.getByRole('textbox', { name: fr('tickets.field.assignee') }).fill('ines@');
    await page.getByRole('option', { name: 'Inès Benali' }).click();
    await panel.getByRole('button', { name: /^Agent responsable .*Inès Benali/ }).waitFor();
    await expectFits();
    await page.getByRole('button', { name: fr('tickets.panel.close') }).click();
    await panel.waitFor({ state: 'hidden' });
    const mail = await readKeptMail(page, demo.desk, address, 'la meuleuse');
    expect(mail.text).toContain('la meuleuse');
    await expectFits();
  });

  it('the menu slides in and leads on', async () => {
    await page.goto(`${demo.desk.url}${workspace}/tickets/${number}`);
    await page.getByRole('button', { name: fr('shell.rail.open') }).click();
    const menu = page.getByRole('dialog', { name: fr('shell.rail.title') });
    await menu.getByRole('link', { name: new RegExp(fr('shell.view.mine')) }).waitFor();
    await expectFits();
    await menu.getByRole('link', { name: new RegExp(fr('shell.view.mine')) }).click();
    await page.waitForURL(/\/mine$/);
    await menu.waitFor({ state: 'hidden' });
  });

  it('no screen scrolls sideways', async () => {
    const paths = [
      ...[
        '/inbox',
        '/unanswered',
        '/closed',
        '/all?q=frein',
        '/all?q=xyzzyqqq',
        '/tickets/new',
        `/tickets/${number}/history`,
      ].map(path => `${workspace}${path}`),
      ...settingsPaths.map(path => `${workspace}/settings${path}`),
      '/sign-in',
      '/forgot',
    ];
    for (const path of paths) {
      await page.goto(`${demo.desk.url}${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      await expectFits();
    }
  });
});
