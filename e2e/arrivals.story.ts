// Where mails land, why, and how an agent puts them right; what was set aside comes back.
import { describe, expect, it } from 'vitest';
import { axeLines, deliver, fr, ticketNumber, useDemo, workspace } from './support/demo.ts';

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
});
