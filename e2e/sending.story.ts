// Between Send and the outbox: what is newer, who it goes to, questions, undo, later.
import pg from 'pg';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, readKeptMail, ticketNumber, useDemo, workspace } from './support/demo.ts';

const aline = 'aline@client.example';
const colette = 'colette@client.example';

describe.skipIf(!hasChromium())('sending', () => {
  const demo = useDemo('sending');
  /** Hugo can undo; Nadia's replies leave at once. */
  let hugo: Page;
  let nadia: Page;
  let lea: Page;

  beforeAll(async () => {
    hugo = await demo.openAs('hugo', '/inbox', { canUndo: true, allowed: [/409/] });
    [nadia, lea] = await Promise.all([demo.openAs('nadia'), demo.openAs('lea')]);
  });

  const text = (page: Page) => page.getByRole('textbox', { name: fr('composer.reply.label') });
  const send = (page: Page) => page.getByRole('button', { name: fr('composer.send'), exact: true });
  const press = (page: Page, key: string) =>
    page
      .getByRole('button', { name: fr(key), exact: true })
      .first()
      .click();
  /** Messages that are said, not those on their way. */
  const said = (page: Page, words: string) =>
    page.locator('article[data-message]').filter({ hasText: words });
  const leaving = (page: Page) =>
    page.getByRole('article', { name: fr('sending.leaving', { name: 'Hugo Martin' }) });

  /** Shows that Hugo's reply is on its way, then lets the clock of the desk be past its ten seconds. */
  async function letLeave(): Promise<void> {
    await leaving(hugo).waitFor();
    await endSecondsOfUndo(demo.desk.databaseUrl);
  }

  async function open(subject: string, pages: Page[], from = aline): Promise<string> {
    await deliver(demo.desk, {
      from: `Aline Dupuis <${from}>`,
      subject,
      text: `Bonjour, à propos de : ${subject}.`,
    });
    const number = String(await ticketNumber(lea, demo.desk, subject));
    for (const page of pages) {
      await page.goto(`${demo.desk.url}${workspace}/tickets/${number}`);
      await text(page).waitFor();
      await said(page, subject).first().waitFor();
    }
    return number;
  }

  async function write(page: Page, words: string): Promise<void> {
    await text(page).click();
    await page.keyboard.type(words);
  }

  /** The mail that Léa is reading, as it would travel. */
  async function sourceOfMail(): Promise<string> {
    const answer = await lea.request.get(lea.url().replace('?', '/source?'));
    return answer.text();
  }

  async function mailsTo(recipient: string): Promise<number> {
    await lea.goto(`${demo.desk.url}/dev/mail?workspace=velo-cie`);
    return lea.locator('nav a.row').filter({ hasText: recipient }).count();
  }

  it('LUM-23 D-27 an answer past a colleague’s is refused, shows theirs beside the text, and leaves once confirmed', async () => {
    await open('Selle qui tourne', [hugo, nadia]);
    await write(hugo, 'Serrez la vis sous la selle.');
    // Hugo's screen hears nothing for a while.
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await hugo.route(/\/messages(\?|$)/, async route => {
      await held;
      await route.continue();
    });
    await write(nadia, 'Passez nous voir, nous la réglons.');
    await nadia.keyboard.press('Control+Enter');
    await said(nadia, 'Passez nous voir').waitFor();
    await send(hugo).click();
    await hugo.getByText(fr('sending.newer.title', { count: 1 })).waitFor();
    release();
    const beside = hugo.getByRole('region', { name: fr('sending.newer.list') });
    await beside.getByText('Passez nous voir').waitFor();
    await beside.getByText('Nadia Kowalski').waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    expect(await text(hugo).innerText()).toBe('Serrez la vis sous la selle.');
    expect(await said(nadia, 'Serrez la vis').count()).toBe(0);
    await press(hugo, 'sending.newer.send');
    await leaving(hugo).getByText('Serrez la vis').waitFor();
    await letLeave();
    await said(hugo, 'Serrez la vis').waitFor();
    await said(nadia, 'Serrez la vis').waitFor();
  });

  it('undo brings text, file and recipients back; nothing was sent; a double click then sends one', async () => {
    await open('Pneu crevé', [hugo, nadia]);
    const before = await mailsTo(aline);
    await press(hugo, 'sending.recipients.edit');
    const cc = hugo.getByRole('combobox', { name: fr('sending.cc'), exact: true });
    await cc.fill('pas une adresse');
    await cc.press('Enter');
    await hugo.getByText(fr('sending.address.wrong', { address: 'pas une adresse' })).waitFor();
    await cc.fill(colette);
    await cc.press('Enter');
    await press(hugo, 'sending.recipients.done');
    await hugo
      .getByRole('region', { name: fr('sending.recipients') })
      .getByText(fr('sending.recipients.cc-is', { cc: colette }))
      .waitFor();
    const chooser = hugo.waitForEvent('filechooser');
    await press(hugo, 'composer.attach');
    await (await chooser).setFiles({
      name: 'bon.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Bon pour un pneu.'),
    });
    await hugo.getByRole('button', { name: 'Retirer bon.txt' }).waitFor();
    await write(hugo, 'Votre pneu est prêt.');
    await send(hugo).click();
    // Teammates see it too, without the button.
    const counting = (page: Page) => leaving(page).getByText(/Part dans \d+\ss/);
    await Promise.all([hugo, nadia].map(page => counting(page).waitFor()));
    expect(await nadia.getByRole('button', { name: fr('sending.undo') }).count()).toBe(0);
    await press(hugo, 'sending.undo');
    await text(hugo).getByText('Votre pneu est prêt.').waitFor();
    await hugo.getByRole('button', { name: 'Retirer bon.txt' }).waitFor();
    await hugo
      .getByRole('region', { name: fr('sending.recipients') })
      .getByText(fr('sending.recipients.cc-is', { cc: colette }))
      .waitFor();
    await leaving(nadia).waitFor({ state: 'detached' });
    expect(await mailsTo(aline)).toBe(before);
    expect(await mailsTo(colette)).toBe(0);

    await send(hugo).dblclick();
    await letLeave();
    await said(hugo, 'Votre pneu est prêt.').waitFor();
    await hugo.reload();
    await said(hugo, 'Votre pneu est prêt.').getByText(colette).first().waitFor();
    expect(await said(hugo, 'Votre pneu est prêt.').count()).toBe(1);
    await readKeptMail(lea, demo.desk, colette, 'Votre pneu est prêt.');
    expect(await mailsTo(aline)).toBe(before + 1);
  });

  it('S6 S5 the colleague in copy sees honest headers and answers into the ticket', async () => {
    const mail = await readKeptMail(lea, demo.desk, colette, 'Votre pneu est prêt.');
    const source = await sourceOfMail();
    expect(source).toMatch(/^To: .*aline@client\.example/m);
    expect(source).toMatch(/^Cc: colette@client\.example/m);
    // Added now: nothing of what was said before.
    expect(mail.text).not.toContain('à propos de');
    const id = /^Message-ID: (<\S+>)/im.exec(mail.headers)![1]!;
    await deliver(demo.desk, {
      from: `Colette <${colette}>`,
      subject: 'Re: Pneu crevé',
      text: 'Je passe le prendre demain.',
      headers: [`In-Reply-To: ${id}`],
    });
    await said(hugo, 'Je passe le prendre demain.').waitFor();
    await hugo
      .getByRole('region', { name: fr('sending.recipients') })
      .getByText(fr('sending.recipients.cc-is', { cc: colette }))
      .waitFor();
  });

  it('LUM-34 asks about words of a note, a new address and a missing file, and sends when told to', async () => {
    await open('Facture en double', [hugo]);
    await hugo.getByRole('heading', { level: 1 }).click();
    await hugo.keyboard.press('n');
    await hugo.keyboard.type('Cette cliente paie toujours en retard, restons prudents.');
    await hugo.keyboard.press('Control+Enter');
    await said(hugo, 'restons prudents').waitFor();
    await hugo.getByRole('heading', { level: 1 }).click();
    await hugo.keyboard.press('r');
    await hugo.keyboard.type('Ci-joint l’avoir. Cette cliente paie toujours en retard.');
    await press(hugo, 'sending.recipients.edit');
    const bcc = hugo.getByRole('combobox', { name: fr('sending.bcc'), exact: true });
    await bcc.fill('comptable@ailleurs.example');
    await bcc.press('Enter');
    await text(hugo).click();
    await hugo.keyboard.press('Control+Enter');
    const dialog = hugo.getByRole('dialog', { name: fr('sending.doubts.title') });
    await dialog.getByText('paie toujours en retard').waitFor();
    await dialog.getByText('comptable@ailleurs.example').waitFor();
    await dialog.getByText('«\u00a0Ci-joint\u00a0»').waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    await dialog.getByRole('button', { name: fr('sending.doubts.back') }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await leaving(hugo).count()).toBe(0);
    await text(hugo).fill('Votre avoir suivra.');
    // Sends and solves; one question is left.
    await hugo.keyboard.press('Control+Shift+Enter');
    await dialog.getByText('comptable@ailleurs.example').waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(1);
    await dialog.getByRole('button', { name: fr('sending.doubts.send') }).click();
    await letLeave();
    await said(hugo, 'Votre avoir suivra.').waitFor();
    await hugo
      .getByRole('button', { name: fr('tickets.status.now', { status: fr('status.resolved') }) })
      .waitFor();
    // Who is in Bcc is in nobody's mail but the desk's own screen.
    const mail = await readKeptMail(lea, demo.desk, aline, 'Votre avoir suivra.');
    expect(`${mail.headers}${mail.html}${mail.text}`).not.toContain('comptable');
    const hidden = await readKeptMail(lea, demo.desk, 'comptable@ailleurs.example', 'Votre avoir suivra.');
    const source = await sourceOfMail();
    expect(source).toMatch(/^To: .*aline@client\.example/m);
    expect(source).not.toContain('comptable');
    expect(hidden.text).not.toContain('paie toujours');
    expect(hidden.text).not.toContain('à propos de');
  });

  it('LUM-23 a reply for later is held when the customer writes first, and its writer is told', async () => {
    // An address that nothing was acknowledged to today.
    const samedi = 'samedi@client.example';
    await open('Rendez-vous samedi', [hugo, nadia], samedi);
    await write(hugo, 'Samedi à dix heures vous convient-il ?');
    await press(hugo, 'composer.send.more');
    await hugo.getByRole('menuitem', { name: fr('sending.menu.later') }).click();
    expect(await axeLines(hugo)).toEqual([]);
    await hugo.getByRole('button', { name: new RegExp(fr('sending.later.hour')) }).click();
    const waiting = hugo.getByRole('list', { name: fr('sending.waiting') });
    await waiting.getByText(fr('sending.scheduled.label', { name: 'Hugo Martin' })).waitFor();
    await nadia.getByText(fr('sending.scheduled.label', { name: 'Hugo Martin' })).waitFor();
    await hugo.goto(`${demo.desk.url}${workspace}/scheduled`);
    await hugo.getByRole('link', { name: /Rendez-vous samedi/ }).waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    await hugo.getByRole('link', { name: /Rendez-vous samedi/ }).click();
    await waiting.waitFor();

    const mail = await readKeptMail(lea, demo.desk, samedi);
    const id = /^Message-ID: (<\S+>)/im.exec(mail.headers)![1]!;
    await deliver(demo.desk, {
      from: `Aline Dupuis <${samedi}>`,
      subject: 'Re: Rendez-vous samedi',
      text: 'Finalement, plutôt mardi.',
      headers: [`In-Reply-To: ${id}`],
    });
    await waiting.getByText(fr('sending.held.customer-wrote')).waitFor();
    await said(hugo, 'plutôt mardi').waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    await readKeptMail(lea, demo.desk, demo.emailOf('hugo'), 'n’est pas partie');
    expect(await said(hugo, 'Samedi à dix heures').count()).toBe(0);
    // Taken back it is a draft again.
    await press(hugo, 'sending.take-back');
    await text(hugo).getByText('Samedi à dix heures').waitFor();
    await waiting.waitFor({ state: 'detached' });
    await text(hugo).fill('Mardi, c’est noté.');
    await hugo.keyboard.press('Control+Enter');
    await letLeave();
    await said(hugo, 'Mardi, c’est noté.').waitFor();
  });

  it('P2 a closed browser still sends, once, also when the server is killed within the ten seconds', async () => {
    const number = await open('Éclairage arrière', [hugo]);
    await write(hugo, 'La lampe est au comptoir.');
    await hugo.keyboard.press('Control+Enter');
    await leaving(hugo).waitFor();
    await hugo.goto('about:blank');
    await lea.goto('about:blank');
    await nadia.goto('about:blank');
    await demo.desk.kill('SIGKILL');
    await demo.desk.restart();
    await nadia.goto(`${demo.desk.url}${workspace}/tickets/${number}`);
    await said(nadia, 'La lampe est au comptoir.').waitFor({ timeout: 60_000 });
    expect(await said(nadia, 'La lampe est au comptoir.').count()).toBe(1);
    await readKeptMail(lea, demo.desk, aline, 'La lampe est au comptoir.');
  });
});

/** Brings the job of every reply that can still be undone forward to now. */
async function endSecondsOfUndo(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    with due as (update outgoing set send_at = now() where state = 'waiting' and not is_scheduled returning *)
    select graphile_worker.add_job('reply.send', json_build_object('workspaceId', workspace_id, 'outgoingId', id),
      job_key => 'outgoing:' || id) from due`);
  await client.end();
}
