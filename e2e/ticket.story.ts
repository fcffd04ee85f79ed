// One ticket from the customer's mail to its end: answers, notes, filing by keyboard, history.
import type { Locator, Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, readKeptMail, ticketNumber, useDemo } from './support/demo.ts';

const address = 'aline@client.example';
const subject = 'Panier avant décroché';
const canary = 'CANARI-7731 cette cliente paie toujours en retard';
/** A red square of 4 x 4. */
const image = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg==',
  'base64',
);

describe.skipIf(!hasChromium())('the page of a ticket', () => {
  const demo = useDemo('ticket');
  let page: Page;
  let mails: Page;
  let path: string;
  const reply = () => page.getByRole('textbox', { name: fr('composer.reply.label') });
  const send = () => page.getByRole('button', { name: fr('composer.send'), exact: true });
  const cards = (words: string) => page.getByRole('article').filter({ hasText: words });
  const side = () => page.getByRole('complementary', { name: fr('tickets.panel') });
  const toField = () => page.getByRole('heading', { level: 1 }).click();

  /** Opens a list, types a part of what is wanted into its search and takes it. */
  async function choose(button: Locator, list: string, typed: string, chosen: string) {
    await button.click();
    await page.getByRole('textbox', { name: list, exact: true }).fill(typed);
    await page.getByRole('option', { name: chosen }).click();
  }

  beforeAll(async () => {
    [page, mails] = await Promise.all([demo.openAs('hugo'), demo.openAs('lea')]);
    const text = 'Bonjour,\nmon panier avant s’est décroché dans la descente.\nAline Dupuis';
    await deliver(demo.desk, { from: `Aline Dupuis <${address}>`, subject, text });
    path = `${demo.desk.url}/w/velo-cie/tickets/${await ticketNumber(page, demo.desk, subject)}`;
    await page.goto(path);
    await page.getByText('décroché dans la descente').first().waitFor();
  });

  it('LUM-17 LUM-18 LUM-19 LUM-20 an answer with formatting, a link, an image and a file reaches the customer', async () => {
    await page.keyboard.press('r');
    await page.keyboard.type('Bonjour Aline, ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('ne roulez plus');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(' ainsi. Voyez ');
    await page.getByRole('button', { name: fr('composer.tool.link') }).click();
    await page
      .getByRole('textbox', { name: fr('composer.link.address') })
      .fill('https://velo.example/paniers');
    await page.getByRole('button', { name: fr('composer.link.apply'), exact: true }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const picture = { name: 'attache.png', mimeType: 'image/png', buffer: image };
    await page.locator(`input[type=file][aria-label="${fr('composer.tool.image')}"]`).setInputFiles(picture);
    await reply().locator('img[alt=attache]').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: fr('composer.attach') }).click();
    const paper = { name: 'notice.txt', mimeType: 'text/plain', buffer: Buffer.from('Serrez deux vis.') };
    await (await chooser).setFiles(paper);
    await page.getByRole('button', { name: 'Retirer notice.txt' }).waitFor();
    await page.getByText(fr('composer.saved')).waitFor();
    expect(await axeLines(page)).toEqual([]);
    await send().click();

    const card = cards('ne roulez plus');
    await card.getByRole('link', { name: /notice\.txt/ }).waitFor();
    expect(await card.locator('strong').innerText()).toBe('ne roulez plus');
    expect(await card.locator('a[href="https://velo.example/paniers"]').count()).toBe(1);
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('article img[alt=attache]')].some(
        one => one.complete && one.naturalWidth === 4,
      ),
    );
    await page
      .getByRole('button', { name: fr('tickets.status.now', { status: fr('status.pending') }) })
      .waitFor();

    const mail = await readKeptMail(mails, demo.desk, address, 'ne roulez plus');
    expect(mail.html).toContain('<strong>ne roulez plus</strong>');
    expect(mail.html).toMatch(/<a [^>]*href="https:\/\/velo\.example\/paniers"/);
    expect(mail.html).toContain(`src="data:image/png;base64,`);
    expect(mail.files).toContain('notice.txt');
    expect(mail.text).toContain('https://velo.example/paniers');
  });

  it('LUM-34 a note looks different and never leaves the house', async () => {
    await toField();
    await page.keyboard.press('n');
    await page.getByText(fr('composer.note.seen-by')).waitFor();
    await page.keyboard.type(canary);
    await page.keyboard.press('Control+Enter');
    const note = cards(canary);
    await note.getByText(fr('tickets.note.mark')).waitFor();
    const look = (one: Element) => [
      getComputedStyle(one).backgroundColor,
      getComputedStyle(one).borderTopStyle,
    ];
    const [noteLook, replyLook] = [await note.evaluate(look), await cards('ne roulez plus').evaluate(look)];
    expect(noteLook[0]).not.toBe(replyLook[0]);
    expect(noteLook[1]).toBe('dashed');
    expect(await axeLines(page)).toEqual([]);

    await toField();
    await page.keyboard.press('r');
    await page.keyboard.type('La pièce vous attend au comptoir.');
    await page.keyboard.press('Control+Enter');
    await cards('La pièce vous attend au comptoir.').waitFor();
    const mail = await readKeptMail(mails, demo.desk, address, 'La pièce vous attend');
    // What was said before is quoted, so a note that leaked would be among it.
    expect(mail.text).toContain('ne roulez plus');
    expect(mail.html).toContain('décroché dans la descente');
    await mails.goto(`${demo.desk.url}/dev/mail?workspace=velo-cie`);
    const own = mails.locator('nav a.row').filter({ hasText: address });
    const sources = await own.evaluateAll(all =>
      all.map(one => one.getAttribute('href')!.replace('?', '/source?')),
    );
    expect(sources).toHaveLength(3);
    for (const source of sources) {
      const eml = await (await mails.request.get(`${demo.desk.url}${source}`)).text();
      expect(eml).toMatch(/^To: .*aline@client\.example/m);
      const { html, text, headers, subject: about } = await PostalMime.parse(eml);
      expect(`${eml}${html}${text}${about}${JSON.stringify(headers)}`).not.toContain('CANARI');
    }
  });

  it('LUM-25 LUM-27 LUM-29 LUM-30 LIV-13 assignee by e-mail, folder, tags, priority and status', async () => {
    const button = (name: RegExp) => side().getByRole('button', { name });
    await choose(button(/^Agent responsable/), 'Agent responsable', 'nadia@velo.example', 'Nadia Kowalski');
    await button(/^Agent responsable .*Nadia Kowalski/).waitFor();
    await choose(button(/^Dossier .*générale/), 'Dossier', 'reparations', 'Réparations');
    await button(/^Dossier Réparations/).waitFor();
    await choose(button(/^Ajouter un tag/), 'Tags', 'garan', 'Garantie');
    await button(/^Retirer le tag Garantie/).waitFor();
    await page.getByRole('textbox', { name: 'Tags', exact: true }).fill('retour');
    await page.getByRole('option', { name: 'Retour' }).click();
    await button(/^Retirer le tag Retour/).waitFor();
    expect(await axeLines(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await choose(button(/^Priorité/), 'Priorité', 'elev', fr('priority.high'));
    await button(/^Priorité .*Élevée/).waitFor();
    const now = (status: string) =>
      page.getByRole('button', { name: fr('tickets.status.now', { status: fr(`status.${status}`) }) });
    await now('pending').click();
    await page.getByRole('option', { name: fr('status.open') }).click();
    await now('open').waitFor();
    await toField();
    await page.keyboard.press('e');
    await page
      .getByRole('button', { name: fr('tickets.status.now', { status: fr('status.resolved') }) })
      .waitFor();
  });

  it('LUM-33 LIV-04 the history tells all of it in French: who, what, when', async () => {
    await page
      .getByRole('navigation', { name: fr('tickets.tabs') })
      .getByRole('link', { name: fr('tickets.tab.history') })
      .click();
    const history = page.getByRole('region', { name: fr('tickets.tab.history') });
    await history.getByText(/a fermé le ticket/).waitFor();
    const lines = (await history.getByRole('listitem').allInnerTexts()).map(line =>
      line.replace(/\s+/g, ' '),
    );
    const expected = [
      /Hugo Martin a fermé le ticket · Statut : Ouvert → Fermé/,
      /Hugo Martin a (rouvert le ticket|changé le statut) · Statut : En attente → Ouvert/,
      /Hugo Martin a classé le ticket · Priorité : Moyenne → Élevée/,
      /Hugo Martin a changé les tags · \+ Retour/,
      /Hugo Martin a changé les tags · \+ Garantie/,
      /Hugo Martin a classé le ticket · Dossier : Boîte de réception générale → Réparations/,
      /Hugo Martin a attribué le ticket à Nadia Kowalski/,
      /Guichet a conservé l’e-mail pour lecture/,
      /Hugo Martin a répondu au client/,
      /Hugo Martin a écrit une note interne/,
      /Hugo Martin a répondu au client · Statut : Nouveau → En attente/,
      /Aline Dupuis a ouvert le ticket/,
    ];
    for (const line of expected)
      expect
        .soft(
          lines.some(one => line.test(one)),
          `${line}\n${lines.join('\n')}`,
        )
        .toBe(true);
    for (const line of lines) expect.soft(line, 'has its time').toMatch(/ \d{2}:\d{2}$/);
    await history.getByRole('heading', { name: fr('panel.history.today') }).waitFor();
    // A key without its text would show as it is.
    expect(lines.join('\n')).not.toMatch(/history\.|status\.|\{/);
    expect(lines.join('\n')).not.toContain('CANARI');
    expect(await axeLines(page)).toEqual([]);
  });

  it('a draft survives a reload, and sending clears it', async () => {
    await page.goto(path);
    await reply().click();
    await page.keyboard.type('Ceci n’est pas encore parti.');
    await page.getByText(fr('composer.saved')).waitFor();
    await page.reload();
    await reply().getByText('Ceci n’est pas encore parti.', { exact: true }).waitFor();
    expect(await cards('Ceci n’est pas encore parti.').count()).toBe(0);
  });

  it('a double click on Send sends once', async () => {
    await send().dblclick();
    await cards('Ceci n’est pas encore parti.').waitFor();
    expect((await reply().innerText()).trim()).toBe('');
    await page.reload();
    await cards('Ceci n’est pas encore parti.').waitFor();
    expect(await cards('Ceci n’est pas encore parti.').count()).toBe(1);
    expect((await reply().innerText()).trim()).toBe('');
    await readKeptMail(mails, demo.desk, address, 'pas encore parti');
    expect(await mails.locator('nav a.row').filter({ hasText: address }).count()).toBe(4);
  });
});
