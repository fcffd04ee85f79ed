// An agent opens a ticket to a customer, with everything that belongs to it.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, fr, readKeptMail, useDemo } from './support/demo.ts';

const customer = 'capucine@client.example';
const subject = 'Votre tandem est arrivé';
const limit = fr('composer.attach.limit', { limit: 8 });

describe.skipIf(!hasChromium())('a ticket opened by an agent', () => {
  const demo = useDemo('new-ticket');
  let page: Page;
  let lea: Page;
  const box = (key: string) => page.getByRole('textbox', { name: fr(key), exact: true });

  /** Opens a list of choices by its label, types, and takes what is found first. */
  async function pick(label: string, words: string, chosen: string) {
    await page.getByRole('button', { name: new RegExp(`^${label} `) }).click();
    await page.getByRole('textbox', { name: label, exact: true }).fill(words);
    await page.getByRole('option', { name: chosen }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: new RegExp(`^${label} .*${chosen}`) }).waitFor();
  }
  async function attach(name: string, mimeType: string, buffer: Buffer) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: fr('composer.attach') }).click();
    await (await chooser).setFiles({ name, mimeType, buffer });
  }

  beforeAll(async () => {
    [page, lea] = await Promise.all([demo.openAs('hugo'), demo.openAs('lea')]);
  });

  it('LUM-28 LUM-29 LUM-30 an agent says to whom, what, in which folder and for which colleague', async () => {
    await page
      .getByRole('link', { name: fr('shell.new-ticket') })
      .first()
      .click();
    await page.waitForURL(/\/tickets\/new$/);
    await page.getByLabel(fr('tickets.new.to'), { exact: false }).first().fill(customer);
    await box('tickets.new.name').fill('Capucine Lemaire');
    await page.getByRole('textbox', { name: fr('tickets.new.subject') }).fill(subject);
    await pick(fr('tickets.field.assignee'), 'nadia@velo', 'Nadia Kowalski');
    await pick(fr('tickets.field.folder'), 'commandes', 'Commandes et livraisons');
    expect(await axeLines(page)).toEqual([]);
  });

  it('LUM-32 LUM-18 the text is rich', async () => {
    await box('tickets.new.text').click();
    await page.keyboard.type('Bonjour, votre tandem est ');
    await page.getByRole('button', { name: fr('composer.tool.bold') }).click();
    await page.keyboard.type('arrivé');
    await page.getByRole('button', { name: fr('composer.tool.bold') }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: fr('composer.tool.bullets') }).click();
    await page.keyboard.type('cadre vert');
    await page.keyboard.press('Enter');
    await page.keyboard.type('deux selles');
    expect(await box('tickets.new.text').locator('strong').innerText()).toBe('arrivé');
    expect(await box('tickets.new.text').locator('li').allInnerTexts()).toEqual([
      'cadre vert',
      'deux selles',
    ]);
  });

  it('LUM-21 a file over 8 MB is refused with the limit said, on the screen and by the server', async () => {
    await page.getByText(limit).waitFor();
    const tooLarge = Buffer.alloc(8 * 1024 * 1024 + 1, 'x');
    await attach('film.mp4', 'video/mp4', tooLarge);
    const alert = page.getByRole('alert').filter({ hasText: 'film.mp4' });
    expect(await alert.innerText()).toContain(fr('composer.file.too-large', { name: 'film.mp4', limit: 8 }));
    expect(await page.getByRole('button', { name: 'Retirer film.mp4' }).count()).toBe(0);
    expect(await axeLines(page)).toEqual([]);
    await alert.getByRole('button', { name: fr('composer.file.refused.close') }).click();

    const { csrfToken } = await (await page.request.get(`${demo.desk.url}/api/session`)).json();
    const answer = await page.request.post(`${demo.desk.url}/api/w/velo-cie/files`, {
      headers: { 'x-csrf-token': csrfToken },
      multipart: { file: { name: 'film.mp4', mimeType: 'video/mp4', buffer: tooLarge } },
    });
    expect(answer.status()).toBe(422);
    expect(await answer.json()).toMatchObject({ error: 'file-too-large', facts: { limit: 8 } });
  });

  it('LUM-32 LUM-20 with a file below the limit it is opened, filed and assigned', async () => {
    await attach('facture.txt', 'text/plain', Buffer.from('Tandem : 1 890 €'));
    await page.getByRole('button', { name: 'Retirer facture.txt' }).waitFor();
    await page.getByRole('button', { name: fr('tickets.new.open-and-send') }).click();
    await page.waitForURL(/\/tickets\/\d+$/);
    await page.getByRole('heading', { name: subject }).waitFor();
    const side = page.getByRole('complementary', { name: fr('tickets.panel') });
    await side.getByRole('button', { name: /^Agent responsable .*Nadia Kowalski/ }).waitFor();
    await side.getByRole('button', { name: 'Dossier Commandes et livraisons' }).waitFor();
    const card = page.getByRole('article').first();
    expect(await card.locator('strong').innerText()).toBe('arrivé');
    await card.getByRole('link', { name: /facture\.txt/ }).waitFor();
    expect(await axeLines(page)).toEqual([]);
  });

  it('LUM-28 LUM-32 the customer’s mail is there to be read, with its text and file', async () => {
    const mail = await readKeptMail(lea, demo.desk, customer);
    expect(mail.subject).toContain(subject);
    expect(mail.to).toContain('Capucine Lemaire');
    expect(mail.html).toContain('<strong>arrivé</strong>');
    expect(mail.text).toContain('deux selles');
    expect(mail.files).toContain('facture.txt');
    expect(await axeLines(lea)).toEqual([]);
  });

  it('LUM-31 the colleague is told by mail, with a link that opens the ticket', async () => {
    const mail = await readKeptMail(lea, demo.desk, demo.emailOf('nadia'), subject);
    const number = Number(/\/tickets\/(\d+)/.exec(mail.text)![1]);
    expect(mail.subject).toBe(fr('mail.assignment.subject', { number, subject }));
    expect(mail.text).toContain('Hugo Martin');
    const link = /http\S+\/tickets\/\d+/.exec(mail.text)![0];
    const nadia = await demo.openAs('nadia');
    await nadia.goto(link);
    await nadia.getByRole('heading', { name: subject }).waitFor();
  });

  it('LUM-28 an administrator writes down what was asked by telephone; no mail leaves', async () => {
    page = lea;
    await lea.goto(`${demo.desk.url}/w/velo-cie/tickets/new`);
    await lea.getByLabel(fr('tickets.new.to'), { exact: false }).first().fill('didier@client.example');
    await lea.getByRole('textbox', { name: fr('tickets.new.subject') }).fill('Rappel : pompe prêtée');
    await lea.getByRole('switch', { name: fr('tickets.new.sends') }).click();
    await box('tickets.new.text').click();
    await lea.keyboard.type('Il demande quand rendre la pompe.');
    await lea.getByRole('button', { name: fr('tickets.new.open'), exact: true }).click();
    await lea.waitForURL(/\/tickets\/\d+$/);
    await lea.getByRole('button', { name: fr('tickets.status.now', { status: fr('status.new') }) }).waitFor();
    await lea.goto(`${demo.desk.url}/dev/mail?workspace=velo-cie`);
    expect(await lea.getByText('didier@client.example').count()).toBe(0);
  });
});
