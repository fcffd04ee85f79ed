// What stands beside the conversation: who can have the ticket, the customer's card, its files, its history, postponing.
import { strFromU8, unzipSync } from 'fflate';
import pg from 'pg';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, readKeptMail, ticketNumber, useDemo, workspace } from './support/demo.ts';

const address = 'solange@grandeboucle.example';
const subject = 'Devis pour douze vélos';
/** A red square of 4 x 4. */
const image = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg==',
  'base64',
);

/** A page that says "Devis accepté", as small as a PDF can be. */
function paper(): Buffer {
  const drawing = 'BT /F1 24 Tf 40 100 Td (Devis accepte) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(`${text}${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`);
}

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
    [lea, hugo] = await Promise.all([
      // A phone number that is none is refused by the server.
      demo.openAs('lea', '/inbox', { allowed: [/status of 422/] }),
      demo.openAs('hugo'),
    ]);
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

  it('LIV-06 an own field is made in the settings, and the contact is corrected in place', async () => {
    await lea.goto(`${demo.desk.url}${workspace}/settings/contact-fields`);
    await lea
      .getByRole('button', { name: fr('settings.contact-fields.add') })
      .first()
      .click();
    await dialog(lea).getByLabel(fr('settings.name'), { exact: true }).fill('Formule');
    await dialog(lea).getByLabel(fr('settings.contact-fields.kind.choice'), { exact: true }).check();
    await dialog(lea).getByLabel(fr('settings.contact-fields.choices')).fill('Or\nArgent');
    await dialog(lea)
      .getByRole('button', { name: fr('settings.contact-fields.add-submit') })
      .click();
    await lea.getByText('Choix · Or, Argent').waitFor();
    expect(await axeLines(lea)).toEqual([]);

    await lea.goto(path);
    await side(lea)
      .getByRole('button', { name: fr('panel.contact.edit') })
      .click();
    const form = side(lea).getByRole('form', { name: fr('panel.contact.edit') });
    await form.getByLabel(fr('panel.contact.name'), { exact: true }).fill('Solange Perret-Roux');
    await form.getByLabel(fr('panel.contact.phones')).fill('pas un numéro');
    await form.getByLabel('Formule').selectOption('Argent');
    await form.getByLabel(fr('panel.contact.notes')).fill('Règle toujours à 30 jours');
    await form.getByRole('button', { name: fr('panel.contact.save') }).click();
    await form.getByText(fr('panel.contact.phones.wrong')).waitFor();
    expect(await axeLines(lea)).toEqual([]);
    await form.getByLabel(fr('panel.contact.phones')).fill('04 78 00 11 22');
    await form.getByRole('button', { name: fr('panel.contact.save') }).click();
    await side(lea).getByText('Désormais connu sous le nom de Solange Perret-Roux').waitFor();
    await side(lea).getByText('+33478001122').waitFor();
    await side(lea).getByText('Argent').waitFor();
    // The request keeps the name that it came with (QCX-13).
    await side(lea).getByText('Solange Perret', { exact: true }).waitFor();

    await side(lea)
      .getByRole('button', { name: fr('panel.contact.email.add') })
      .click();
    await side(lea)
      .getByRole('textbox', { name: fr('panel.contact.email.add') })
      .fill('solange@perret.example');
    await lea.keyboard.press('Enter');
    await side(lea).getByText('solange@perret.example').waitFor();
  });

  it('LIV-34 LIV-07 the contact’s page shows all they asked, also from their second address', async () => {
    await deliver(demo.desk, {
      from: 'Solange <solange@perret.example>',
      subject: 'Et des casques',
      text: 'Avez-vous aussi des casques ?',
    });
    await ticketNumber(lea, demo.desk, 'Et des casques');
    await side(lea)
      .getByRole('link', { name: /Et des casques/ })
      .waitFor();
    await lea.getByRole('link', { name: fr('shell.contacts') }).click();
    await lea.getByRole('searchbox', { name: fr('contacts.search') }).fill('perret roux');
    await lea.getByRole('link', { name: 'Solange Perret-Roux' }).click();
    await lea.getByRole('heading', { name: '2 tickets de Solange Perret-Roux' }).waitFor();
    await lea.getByText('Règle toujours à 30 jours').waitFor();
    expect(await axeLines(lea)).toEqual([]);
    await lea.getByRole('link', { name: new RegExp(subject) }).click();
    await lea.waitForURL(path);
  });

  it('D-01 LIV-12 a postponed ticket leaves the inbox for a view of its own', async () => {
    casques = await ticketNumber(lea, demo.desk, 'Et des casques');
    await lea.goto(`${demo.desk.url}${workspace}/tickets/${casques}`);
    await lea.getByRole('heading', { level: 1 }).click();
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
    await history.getByText(/Solange Perret-Roux a ouvert le ticket/).waitFor();
    await history
      .getByText(/l’e-mail.*solange@grandeboucle\.example/)
      .first()
      .waitFor();
    expect(await history.getByText(/Léa Moreau/).count()).toBe(0);
    expect(lea.url()).toContain('by=customers');
    expect(await axeLines(lea)).toEqual([]);
    await hugo.goto(lea.url());
    await hugo
      .getByText(/Solange Perret-Roux a ouvert le ticket/)
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
    // Before the ticket is there, the number alone stands as the title.
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
