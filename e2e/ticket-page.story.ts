// What stands beside the conversation: who can have the ticket, its files, its history, postponing.
import { strFromU8, unzipSync } from 'fflate';
import pg from 'pg';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, readKeptMail, ticketNumber, useDemo, workspace } from './support/demo.ts';
import { image, paper } from './support/papers.ts';

const address = 'solange@grandeboucle.example';
const subject = 'Devis pour douze vélos';

describe.skipIf(!hasChromium())('beside the conversation', () => {
  const demo = useDemo('ticket-page');
  let lea: Page;
  let hugo: Page;
  let path: string;
  let number: number;
  let casques: number;
  let owner: pg.Client;
  const side = (page: Page) => page.getByRole('complementary', { name: fr('tickets.panel') });
  const field = (page: Page, name: RegExp) => side(page).getByRole('button', { name });
  const dialog = (page: Page) => page.getByRole('dialog');

  /** Opens a list, types a part of what is wanted into its search and takes it. */
  async function choose(page: Page, button: Locator, list: string, typed: string, chosen: string) {
    await button.click();
    await page.getByRole('textbox', { name: list, exact: true }).fill(typed);
    await page.getByRole('option', { name: chosen }).click();
  }

  beforeAll(async () => {
    [lea, hugo] = await Promise.all([demo.openAs('lea'), demo.openAs('hugo')]);
    owner = new pg.Client({ connectionString: demo.desk.databaseUrl });
    await owner.connect();
    await deliver(demo.desk, {
      from: `Solange Perret <${address}>`,
      subject,
      text: 'Bonjour,\nil nous faudrait douze vélos pour la rentrée.\nSolange Perret',
    });
    number = await ticketNumber(lea, demo.desk, subject);
    path = `${demo.desk.url}${workspace}/tickets/${number}`;
    await Promise.all([lea, hugo].map(page => page.goto(path)));
    await lea.getByText('douze vélos pour la rentrée').first().waitFor();
  });
  afterAll(() => owner?.end());

  it('D-13 D-08 only those are offered who can have the ticket; a change that takes it away asks first', async () => {
    await choose(lea, field(lea, /^Équipe/), 'Équipe', 'bout', 'Boutique');
    await field(lea, /^Équipe Boutique/).waitFor();
    await field(lea, /^Agent responsable/).click();
    const offered = (await lea.getByRole('option').allInnerTexts()).join(' ');
    expect(offered).toMatch(/Inès Benali/);
    expect(offered).not.toMatch(/Hugo|Nadia/);
    await lea.getByText(fr('panel.assignable.few')).waitFor();
    await lea.getByRole('textbox', { name: 'Agent responsable', exact: true }).fill('ines@velo');
    await lea.getByRole('option', { name: 'Inès Benali' }).click();
    await lea
      .getByRole('banner')
      .or(lea.locator('header'))
      .getByText('Pris en charge par Inès Benali')
      .first()
      .waitFor();
    // Hugo is in the workshop's team: he is told why he cannot take it, live.
    const mine = hugo.getByRole('button', { name: fr('tickets.assign-me') });
    await hugo.getByText(fr('panel.assign-me.team')).waitFor();
    expect(await mine.getAttribute('aria-disabled')).toBe('true');
    expect(await axeLines(lea)).toEqual([]);

    await choose(lea, field(lea, /^Équipe/), 'Équipe', 'atel', 'Atelier');
    await dialog(lea)
      .getByText(/Inès Benali ne fait pas partie de l’équipe «\u00a0Atelier\u00a0»/)
      .waitFor();
    await dialog(lea)
      .getByRole('button', { name: fr('shell.cancel') })
      .click();
    await field(lea, /^Équipe Boutique/).waitFor();
    await choose(lea, field(lea, /^Équipe/), 'Équipe', 'atel', 'Atelier');
    await dialog(lea)
      .getByRole('button', { name: fr('panel.unassign.confirm') })
      .click();
    await field(lea, /^Agent responsable Personne/).waitFor();
    await hugo.getByText(fr('panel.assign-me.team')).waitFor({ state: 'detached' });
    await mine.click();
    await field(hugo, /^Agent responsable .*Hugo Martin/).waitFor();
  });

  it('LIV-10 D-14 a type offers its priority; segments have keys of their own', async () => {
    await lea.getByRole('heading', { level: 1 }).click();
    await lea.keyboard.press('y');
    await lea.getByRole('textbox', { name: fr('panel.field.type'), exact: true }).fill('technique');
    await lea.keyboard.press('Enter');
    await dialog(lea)
      .getByText(fr('panel.type.priority', { priority: fr('priority.high') }))
      .waitFor();
    await dialog(lea)
      .getByRole('button', { name: fr('panel.type.all') })
      .click();
    await field(lea, /^Type Technique/).waitFor();
    await field(lea, /^Priorité .*Élevée/).waitFor();
  });

  it('D-01 LIV-12 a postponed ticket leaves the inbox for a view of its own', async () => {
    await deliver(demo.desk, {
      from: `Solange Perret <${address}>`,
      subject: 'Et des casques',
      text: 'Avez-vous aussi des casques ?',
    });
    casques = await ticketNumber(lea, demo.desk, 'Et des casques');
    await lea.goto(`${demo.desk.url}${workspace}/tickets/${casques}`);
    // Before the ticket is there, the number alone stands as the title, and the key would do nothing.
    await lea.getByRole('heading', { level: 1, name: 'Et des casques' }).click();
    await lea.keyboard.press('z');
    await dialog(lea)
      .getByLabel(new RegExp(`^${fr('postponing.next-monday')}`))
      .check();
    await dialog(lea).getByLabel(fr('postponing.reason')).fill('Attendre le catalogue');
    expect(await axeLines(lea)).toEqual([]);
    await dialog(lea)
      .getByRole('button', { name: fr('postponing.do') })
      .click();
    await lea.getByText(/Reporté jusqu’au .* par Léa Moreau/).waitFor();
    await lea.getByRole('article').filter({ hasText: 'Attendre le catalogue' }).waitFor();
    await hugo.goto(`${demo.desk.url}${workspace}/on-hold`);
    await hugo.getByText('Et des casques').first().waitFor();
    await hugo.goto(`${demo.desk.url}${workspace}/inbox?sort=recent`);
    await hugo.getByText(subject).first().waitFor();
    expect(await hugo.getByText('Et des casques').count()).toBe(0);
    // Its time is up; the clock looks within a minute, while the next stories go on.
    await owner.query(`begin; set local session_replication_role = replica;
      update tickets set postponed_until = now() - interval '1 minute' where number = ${casques}; commit`);
  });

  it('ZOH-17 ZOH-18 S14 files are added without sending, previewed, downloaded together and removed', async () => {
    await lea.goto(path);
    const tabs = lea.getByRole('navigation', { name: fr('tickets.tabs') });
    await tabs.getByRole('link', { name: fr('tickets.tab.attachments') }).click();
    await lea.getByText(fr('attachments.empty')).waitFor();
    expect(await axeLines(lea)).toEqual([]);
    const chooser = lea.waitForEvent('filechooser');
    await lea.getByRole('button', { name: fr('attachments.add') }).click();
    await (await chooser).setFiles([
      { name: 'carré.png', mimeType: 'image/png', buffer: image },
      { name: 'devis.pdf', mimeType: 'application/pdf', buffer: paper() },
      { name: 'tarifs.csv', mimeType: 'text/csv', buffer: Buffer.from('vélo;prix\nVTC;640') },
    ]);
    const list = lea.getByRole('list', { name: fr('attachments.list') });
    await list.getByText('tarifs.csv').waitFor();
    await list.getByText('devis.pdf').waitFor();
    await list.getByText('carré.png').waitFor();
    await tabs.getByRole('link', { name: /Pièces jointes\s*3/ }).waitFor();
    expect(await axeLines(lea)).toEqual([]);

    const preview = (name: string) =>
      list
        .getByRole('button', { name: fr('attachments.preview', { name }) })
        .first()
        .click();
    const close = () => lea.keyboard.press('Escape').then(() => dialog(lea).waitFor({ state: 'detached' }));
    await preview('carré.png');
    await lea.waitForFunction(
      () => document.querySelector<HTMLImageElement>('[role=dialog] img')?.naturalWidth === 4,
    );
    await close();
    await preview('devis.pdf');
    await dialog(lea).getByText('Devis accepte').waitFor({ state: 'attached' });
    const isDrawn = await dialog(lea)
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) =>
        canvas
          .getContext('2d')!
          .getImageData(0, 0, canvas.width, canvas.height)
          .data.some((value, index) => index % 4 < 3 && value < 64),
      );
    expect(isDrawn).toBe(true);
    expect(await axeLines(lea)).toEqual([]);
    await close();
    await preview('tarifs.csv');
    await dialog(lea).getByText('VTC;640').waitFor();
    await close();

    const [download] = await Promise.all([
      lea.waitForEvent('download'),
      lea.getByRole('link', { name: fr('attachments.zip') }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`ticket-${number}.zip`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const inside = unzipSync(Buffer.concat(chunks));
    expect(Object.keys(inside).sort()).toEqual(['carré.png', 'devis.pdf', 'tarifs.csv']);
    expect(strFromU8(inside['tarifs.csv']!)).toBe('vélo;prix\nVTC;640');
    expect(Buffer.from(inside['devis.pdf']!).equals(paper())).toBe(true);

    await lea.getByText(fr('attachments.filter.image'), { exact: true }).click();
    await list.getByText('devis.pdf').waitFor({ state: 'detached' });
    expect(lea.url()).toContain('kind=image');
    await list.getByRole('button', { name: fr('attachments.remove', { name: 'carré.png' }) }).click();
    await dialog(lea)
      .getByRole('button', { name: fr('attachments.remove.confirm') })
      .click();
    await lea.getByText(fr('attachments.none-of')).waitFor();
    // Hugo, who did not add them, sees them and cannot remove them.
    await hugo.goto(`${path}/attachments`);
    await hugo.getByText('devis.pdf').first().waitFor();
    expect(await hugo.getByRole('button', { name: /^Retirer/ }).count()).toBe(0);
  });

  it('ZOH-02 LUM-33 LIV-05 the history is filtered by who acted, and the filter can be shared', async () => {
    await lea.goto(`${path}/history`);
    const history = lea.getByRole('region', { name: fr('tickets.tab.history') });
    await history.getByText(/a ajouté un fichier sans l’envoyer \(devis\.pdf\)/).waitFor();
    await history.getByText(/l’agent responsable n’est pas dans cette équipe/).waitFor();
    await history.getByRole('heading', { name: fr('panel.history.today') }).waitFor();
    const clients = history.getByText(fr('panel.history.by.customers'), { exact: true });
    await clients.click();
    await history.getByText(/Solange Perret a ouvert le ticket/).waitFor();
    await history
      .getByText(/l’e-mail.*solange@grandeboucle\.example/)
      .first()
      .waitFor();
    expect(await history.getByText(/Léa Moreau/).count()).toBe(0);
    expect(lea.url()).toContain('by=customers');
    expect(await axeLines(lea)).toEqual([]);
    await hugo.goto(lea.url());
    await hugo
      .getByText(/Solange Perret a ouvert le ticket/)
      .first()
      .waitFor();
    expect(
      await hugo
        .getByRole('region', { name: fr('tickets.tab.history') })
        .getByText(/Léa Moreau/)
        .count(),
    ).toBe(0);
  });

  it('D-01 the customer’s answer brings a postponed ticket back at once', async () => {
    const acknowledgement = await readKeptMail(lea, demo.desk, address);
    const id = /Message-ID: (<[^>]+>)/.exec(acknowledgement.headers)![1];
    await lea.goto(path);
    await lea.getByRole('heading', { level: 1, name: subject }).click();
    await lea.keyboard.press('z');
    await dialog(lea)
      .getByRole('button', { name: fr('postponing.do') })
      .click();
    await lea.getByText(/Reporté jusqu’au .* par Léa Moreau/).waitFor();
    await deliver(demo.desk, {
      from: `Solange Perret <${address}>`,
      subject: `Re: ${subject}`,
      text: 'Je précise : treize vélos.',
      headers: [`In-Reply-To: ${id}`, `References: ${id}`],
    });
    await lea.getByRole('article').filter({ hasText: 'treize vélos' }).waitFor();
    await lea.getByText(/Reporté jusqu’au .* par Léa Moreau/).waitFor({ state: 'detached' });
  });

  it('D-01 LIV-12 the other one has come back by itself, and its history says so', async () => {
    await hugo.goto(`${demo.desk.url}${workspace}/inbox?sort=recent`);
    await hugo.getByText('Et des casques').first().waitFor({ timeout: 75_000 });
    await hugo.goto(`${demo.desk.url}${workspace}/tickets/${casques}/history`);
    await hugo
      .getByText(/Guichet a fait revenir le ticket \(date atteinte\) · Statut\s: Reporté → Nouveau/)
      .first()
      .waitFor();
    await hugo
      .getByText(/Léa Moreau a reporté le ticket · Statut\s: Nouveau → Reporté/)
      .first()
      .waitFor();
  });
});
