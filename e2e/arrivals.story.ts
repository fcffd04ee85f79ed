// Where mails land, why, and how an agent puts them right; what was set aside comes back.
import { describe, expect, it } from 'vitest';
import { axeLines, deliver, fr, readKeptMail, ticketNumber, useDemo, workspace } from './support/demo.ts';

const demo = useDemo('arrivals');

describe('mail that surprises nobody', () => {
  it('S5 S6 a mail that only claims to answer says so, is put where it belongs in one step, and back', async () => {
    const page = await demo.openAs('lea');
    await deliver(demo.desk, {
      from: 'Anne Roux <anne@client.example>',
      subject: 'Porte-bagages',
      text: 'Il vibre.',
    });
    const number = await ticketNumber(page, demo.desk, 'Porte-bagages');
    const claim = `Re: [#${number}] Porte-bagages`;
    await deliver(demo.desk, {
      from: 'Paul Roux <paul@ailleurs.example>',
      subject: claim,
      text: 'Et il est tordu.',
    });
    const other = await ticketNumber(page, demo.desk, claim);
    await page.goto(`${demo.desk.url}${workspace}/tickets/${other}`);

    await page.getByText(fr('tickets.hint.claims-reply')).waitFor();
    await page.getByRole('button', { name: fr('composer.message.menu', { name: 'Paul Roux' }) }).click();
    await page.getByRole('menuitem', { name: fr('why.open') }).click();
    const why = page.getByRole('dialog');
    await why.getByText(fr('why.how.new')).waitFor();
    await why.getByText(fr('why.claim.subject')).waitFor();
    await why.getByText(fr('why.outcome.no-proof', { number })).waitFor();
    await why.getByText(fr('why.answer.claim')).waitFor();
    expect(await axeLines(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: fr('tickets.hint.move', { number }) }).click();
    const move = page.getByRole('dialog');
    await move.getByText('Porte-bagages · Anne Roux').waitFor();
    expect(await axeLines(page)).toEqual([]);
    await move.getByRole('checkbox').check();
    await move.getByRole('button', { name: fr('move.do') }).click();
    await page.waitForURL(`**/tickets/${number}`);
    await page.getByText('Et il est tordu.').waitFor();

    await page.getByRole('button', { name: fr('move.undo'), exact: true }).click();
    await page.waitForURL(`**/tickets/${other}`);
    await page.getByText('Et il est tordu.').waitFor();
    await page.getByText(fr('tickets.hint.claims-reply')).waitFor();
  });

  it('P1 what was marked as spam is kept aside, is looked at, and becomes a ticket when it is released', async () => {
    const page = await demo.openAs('lea', '/settings/quarantine');
    await page.getByText(fr('quarantine.none')).waitFor();
    await deliver(demo.desk, {
      from: 'Velo Promo <promo@loin.example>',
      subject: 'Dix vélos pour un',
      text: 'Profitez-en vite.',
      headers: ['X-Spam-Flag: YES'],
    });
    await page.reload();
    const look = page.getByRole('button', { name: fr('quarantine.look', { subject: 'Dix vélos pour un' }) });
    await look.click();
    await page.getByText('Profitez-en vite.').waitFor();
    expect(await axeLines(page)).toEqual([]);
    await page
      .getByRole('button', { name: fr('quarantine.release-one', { subject: 'Dix vélos pour un' }) })
      .click();
    await page.getByText(fr('quarantine.none')).waitFor();
    const number = await ticketNumber(page, demo.desk, 'Dix vélos pour un');
    await page.goto(`${demo.desk.url}${workspace}/tickets/${number}`);
    await page.getByText('Profitez-en vite.').waitFor();
  });

  it('an archive becomes tickets, with a report that adds up; the customer’s old words are found in their ticket', async () => {
    const page = await demo.openAs('lea', '/settings/import');
    await page.getByText(fr('import.none')).waitFor();
    await page.getByRole('button', { name: fr('import.start') }).click();
    await page.getByText(fr('import.file.missing')).waitFor();
    const mail = (from: string, more = '') =>
      `From x@y.example Mon Mar  2 10:15:00 2020\nFrom: ${from}\nSubject: Selle\nMessage-ID: <old${more.length}@old.example>\nDate: 2 Mar 2020 10:00:00 +0000\n${more}\nBonjour, une Retrouvaille.\n\n`;
    const archive = mail('anne@client.example') + mail('loin@loin.example', 'X-Spam-Flag: YES\n');
    await page.locator('input[type=file]').setInputFiles({
      name: 'support.mbox',
      mimeType: 'application/mbox',
      buffer: Buffer.from(archive),
    });
    await page.getByRole('combobox', { name: fr('import.mailbox') }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: fr('import.start') }).click();
    const done = page.locator('li[data-state=done]');
    await done.waitFor();
    const numbers = await done.getByRole('definition').allInnerTexts();
    expect(numbers).toEqual(['2', '1', '0', '1']);
    await done.getByRole('button', { name: fr('import.skipped.show') }).click();
    await done.getByText(fr('import.why.spam')).waitFor();
    expect(await axeLines(page)).toEqual([]);
    await page.goto(`${demo.desk.url}${workspace}/search?q=Retrouvaille`);
    await page.getByRole('main').getByRole('link', { name: /Selle/ }).first().click();
    await page.getByText(fr('status.closed')).first().waitFor();
    await page.getByRole('article').filter({ hasText: 'une Retrouvaille' }).waitFor();
  });

  it('LIV-21 the acknowledgement is written anew, seen as it will go out, refused with a wrong name, and sent so', async () => {
    const page = await demo.openAs('lea', '/settings/templates');
    await page.getByRole('link', { name: fr('templates.kind.acknowledgement') }).click();
    const subject = page.getByRole('textbox', { name: fr('templates.label.subject'), exact: true });
    const preview = page.getByRole('region', { name: fr('templates.preview') });
    await subject.fill('Vélo & Cie, demande {numero}');
    await page.getByText(fr('errors.unknown-variable', { names: '{numero}' })).waitFor();
    expect(await page.getByRole('button', { name: fr('settings.save') }).isDisabled()).toBe(true);
    await subject.fill('Vélo & Cie, demande {number}');
    await preview.getByText(/^Vélo & Cie, demande \d+$/).waitFor();
    await preview.frameLocator('iframe').getByText(fr('mail.hello')).waitFor();
    expect(await axeLines(page)).toEqual([]);
    await page.getByRole('button', { name: fr('settings.save') }).click();
    await page.getByText(fr('templates.saved')).waitFor();
    await deliver(demo.desk, { from: 'Zoé <zoe@client.example>', subject: 'Garde-boue', text: 'Il frotte.' });
    const number = await ticketNumber(page, demo.desk, 'Garde-boue');
    await readKeptMail(page, demo.desk, 'zoe@client.example', `Vélo & Cie, demande ${number}`);
  });
});
