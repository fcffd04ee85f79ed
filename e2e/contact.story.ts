// The customer's card beside the conversation, and the page of all that they asked.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, ticketNumber, useDemo, workspace } from './support/demo.ts';

const address = 'solange@grandeboucle.example';
const subject = 'Devis pour douze vélos';

describe.skipIf(!hasChromium())('the customer of a ticket', () => {
  const demo = useDemo('contact');
  let lea: Page;
  let path: string;
  const side = () => lea.getByRole('complementary', { name: fr('tickets.panel') });
  const dialog = () => lea.getByRole('dialog');

  beforeAll(async () => {
    // A phone number that is none is refused by the server.
    lea = await demo.openAs('lea', '/inbox', { allowed: [/status of 422/] });
    await deliver(demo.desk, {
      from: `Solange Perret <${address}>`,
      subject,
      text: 'Bonjour,\nil nous faudrait douze vélos pour la rentrée.\nSolange Perret',
    });
    path = `${demo.desk.url}${workspace}/tickets/${await ticketNumber(lea, demo.desk, subject)}`;
    await lea.goto(path);
    await lea.getByText('douze vélos pour la rentrée').first().waitFor();
  });

  it('LIV-06 an own field is made in the settings, and the contact is corrected in place', async () => {
    await lea.goto(`${demo.desk.url}${workspace}/settings/contact-fields`);
    await lea
      .getByRole('button', { name: fr('settings.contact-fields.add') })
      .first()
      .click();
    await dialog().getByLabel(fr('settings.name'), { exact: true }).fill('Formule');
    await dialog().getByLabel(fr('settings.contact-fields.kind.choice'), { exact: true }).check();
    await dialog().getByLabel(fr('settings.contact-fields.choices')).fill('Or\nArgent');
    await dialog()
      .getByRole('button', { name: fr('settings.contact-fields.add-submit') })
      .click();
    await lea.getByText('Choix · Or, Argent').waitFor();
    expect(await axeLines(lea)).toEqual([]);

    await lea.goto(path);
    await side()
      .getByRole('button', { name: fr('panel.contact.edit') })
      .click();
    const form = side().getByRole('form', { name: fr('panel.contact.edit') });
    await form.getByLabel(fr('panel.contact.name'), { exact: true }).fill('Solange Perret-Roux');
    await form.getByLabel(fr('panel.contact.phones')).fill('pas un numéro');
    await form.getByLabel('Formule').selectOption('Argent');
    await form.getByLabel(fr('panel.contact.notes')).fill('Règle toujours à 30 jours');
    await form.getByRole('button', { name: fr('panel.contact.save') }).click();
    await form.getByText(fr('panel.contact.phones.wrong')).waitFor();
    expect(await axeLines(lea)).toEqual([]);
    await form.getByLabel(fr('panel.contact.phones')).fill('04 78 00 11 22');
    await form.getByRole('button', { name: fr('panel.contact.save') }).click();
    await side().getByText('Désormais connu sous le nom de Solange Perret-Roux').waitFor();
    await side().getByText('+33478001122').waitFor();
    await side().getByText('Argent').waitFor();
    // The request keeps the name that it came with (QCX-13).
    await side().getByText('Solange Perret', { exact: true }).waitFor();

    await side()
      .getByRole('button', { name: fr('panel.contact.email.add') })
      .click();
    await side()
      .getByRole('textbox', { name: fr('panel.contact.email.add') })
      .fill('solange@perret.example');
    await lea.keyboard.press('Enter');
    await side().getByText('solange@perret.example').waitFor();
  });

  it('LIV-34 LIV-07 the contact’s page shows all they asked, also from their second address', async () => {
    await deliver(demo.desk, {
      from: 'Solange <solange@perret.example>',
      subject: 'Et des casques',
      text: 'Avez-vous aussi des casques ?',
    });
    await ticketNumber(lea, demo.desk, 'Et des casques');
    await side()
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
    // The history calls her by the name that she has now.
    await lea.goto(`${path}/history`);
    await lea
      .getByRole('region', { name: fr('tickets.tab.history') })
      .getByText(/Solange Perret-Roux a ouvert le ticket/)
      .waitFor();
  });
});
