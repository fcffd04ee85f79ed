// Finding anything, and a whole turn at the desk without a mouse.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, fr, useDemo, workspace } from './support/demo.ts';

describe.skipIf(!hasChromium())('searching', () => {
  const demo = useDemo('search');
  const box = (page: Page) => page.getByRole('combobox', { name: fr('search.label') });
  const results = (page: Page) => page.getByTestId('search-results');
  const option = (page: Page, name: RegExp) => page.getByRole('option', { name });
  const panel = (page: Page) => page.getByRole('complementary', { name: fr('tickets.panel') });

  /** Goes on with Tab until this has the focus, as somebody without a mouse does. */
  async function tabTo(page: Page, wanted: Locator): Promise<void> {
    // A file that is still going up keeps Send out of reach.
    await expect.poll(() => wanted.isEnabled(), { timeout: 20_000 }).toBe(true);
    for (let step = 0; step < 160; step++) {
      if (await wanted.evaluate(one => one === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('not reached by Tab');
  }

  it('D-04 CHP-11 by a name with a typing error, by operators from the list, by a word inside a PDF, by number', async () => {
    const page = await demo.openAs('lea');
    await page.getByTestId('ticket-list').waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('lindqvits');
    await page.keyboard.press('Enter');
    await results(page).getByRole('link', { name: 'Hannah Lindqvist' }).waitFor();
    expect(await axeLines(page)).toEqual([]);

    await page.keyboard.press('/');
    await page.keyboard.type('éti');
    await option(page, /^étiquette:/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('gar');
    await option(page, /^Garantie/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => (document.activeElement as HTMLInputElement).value === 'étiquette:Garantie ',
    );
    expect(await axeLines(page)).toEqual([]);
    await page.keyboard.type('e07');
    await page.keyboard.press('Enter');
    await results(page)
      .getByRole('link', { name: /Code E07/ })
      .waitFor();
    await results(page).locator('mark', { hasText: 'E07' }).first().waitFor();
    expect(await box(page).inputValue()).toBe('étiquette:Garantie e07');

    await page.keyboard.press('/');
    await page.keyboard.type('marquage antivol');
    await page.keyboard.press('Enter');
    const files = results(page).getByRole('region', { name: fr('search.section.files') });
    await files.getByRole('link', { name: 'facture-F-3184.pdf', exact: true }).waitFor();
    await files.getByText(fr('search.place.text'), { exact: true }).first().waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('#19');
    await page.keyboard.press('Enter');
    await results(page).getByRole('link', { name: /#19$/ }).waitFor();
    await page.keyboard.press('j');
    await results(page).locator('a:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tickets\/19$/);
  });

  it('says what was searched for instead, what means nothing here, and what to do when there is nothing', async () => {
    const page = await demo.openAs('hugo', '/search?q=devrailleur');
    await results(page)
      .getByText(fr('search.corrected', { typed: 'devrailleur', words: 'dérailleur' }))
      .waitFor();
    await page.getByRole('link', { name: fr('search.exactly', { typed: 'devrailleur' }) }).click();
    await page.getByText(fr('search.nothing.title', { words: 'devrailleur' })).waitFor();
    await page.goto(`${demo.desk.url}${workspace}/search?q=roue tag:inconnu`);
    await page.getByText(fr('search.unknown.tag', { value: 'inconnu' })).waitFor();
  });

  it('LUM-25 what is typed right after a key lands in the list that it opens', async () => {
    const page = await demo.openAs('nadia', '/tickets/42');
    await page.getByRole('heading', { level: 1, name: /tandems/ }).waitFor();
    await page.keyboard.type('anadia kow');
    await page.keyboard.press('Enter');
    await panel(page)
      .getByRole('button', { name: /Nadia Kowalski/ })
      .waitFor();
    await page.keyboard.type('fgarant');
    await page.keyboard.press('Enter');
    await panel(page)
      .getByRole('button', { name: /^Dossier Garanties/ })
      .waitFor();
    await page.keyboard.type('pelev');
    await page.keyboard.press('Enter');
    await panel(page)
      .getByRole('button', { name: /^Priorité .*Élevée/ })
      .waitFor();
  });

  it('the palette does what the keys do, finds tickets and contacts, and remembers', async () => {
    const page = await demo.openAs('ines', '/tickets/42');
    const palette = page.getByRole('dialog', { name: fr('shell.keys.palette') });
    await page.getByRole('heading', { level: 1, name: /tandems/ }).waitFor();
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type(fr('tickets.key.priority'));
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: fr('tickets.field.priority') }).waitFor();
    await page.keyboard.type('moy');
    await page.keyboard.press('Enter');
    await panel(page)
      .getByRole('button', { name: /^Priorité .*Moyenne/ })
      .waitFor();
    await page.keyboard.press('Control+k');
    // What was used last stands first.
    await palette.getByRole('button').first().waitFor();
    expect(await palette.getByRole('button').first().innerText()).toContain(fr('tickets.key.priority'));
    await page.keyboard.type('lindqvist');
    await palette
      .getByRole('button', { name: /Hannah Lindqvist/ })
      .first()
      .waitFor();
    expect(await axeLines(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type('#19');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tickets\/19$/);
  });

  it('a turn at the desk without a mouse: sign in, open, canned reply, attach, send and solve, next', async () => {
    const page = await demo.openAsNobody();
    await page.goto(`${demo.desk.url}/sign-in`);
    await tabTo(page, page.getByRole('textbox', { name: fr('signin.email') }));
    await page.keyboard.type(demo.emailOf('hugo'));
    await page.keyboard.press('Tab');
    await page.keyboard.type(demo.passwordOf('hugo'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/w\/velo-cie/);
    await page.getByTestId('ticket-list').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await page.waitForURL(/\/unanswered$/);
    await page.locator('[data-row]').nth(2).waitFor();
    await page.keyboard.press('j');
    await page.locator('[data-row] a:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tickets\/\d+$/);
    const first = page.url();

    await page.getByRole('textbox', { name: fr('composer.reply.label') }).waitFor();
    await page.keyboard.press('r');
    await page.locator('[role=textbox][contenteditable]:focus').waitFor();
    await page.keyboard.type('/del');
    await option(page, /Délai de réparation/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    await page.keyboard.type(' Vous trouverez la notice ci-jointe.');
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, page.getByRole('button', { name: fr('composer.attach') }));
    await page.keyboard.press('Enter');
    const notice = { name: 'notice.txt', mimeType: 'text/plain', buffer: Buffer.from('Serrez.') };
    await (await chooser).setFiles(notice);
    await page.getByRole('button', { name: 'Retirer notice.txt' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: fr('composer.send.more') }));
    await page.keyboard.press('Enter');
    const solve = page.getByRole('menuitem', { name: fr('composer.send.resolved') });
    await solve.waitFor();
    while (!(await solve.evaluate(one => one === document.activeElement)))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: fr('tickets.status.now', { status: fr('status.resolved') }) })
      .waitFor();
    await page.getByRole('article').filter({ hasText: 'la notice ci-jointe' }).waitFor();
    await page.keyboard.press('j');
    await page.waitForURL(url => /\/tickets\/\d+$/.test(url.pathname) && url.href !== first);
    await page.keyboard.press('k');
    await page.waitForURL(first);
  });
});
