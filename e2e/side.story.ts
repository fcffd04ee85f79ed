// A customer's mail goes on to a supplier, whose answer comes back beside the conversation, out of the customer's sight.
import { expect, it } from 'vitest';
import { axeLines, deliver, fr, readKeptMail, ticketNumber, useDemo, workspace } from './support/demo.ts';

const demo = useDemo('side');
const maker = 'atelier@serrures.example';
const customer = 'claire@client.example';

it('LUM-34 an agent sends a mail on to a supplier, and the answer never reaches the customer', async () => {
  const page = await demo.openAs('lea', '/inbox', { allowed: [/422/] });
  await deliver(demo.desk, {
    from: `Claire Vasseur <${customer}>`,
    subject: 'Serrure cassée',
    text: 'La serrure ne tourne plus.',
  });
  const number = await ticketNumber(page, demo.desk, 'Serrure cassée');
  const ticket = `${demo.desk.url}${workspace}/tickets/${number}`;
  await page.goto(ticket);
  await page.getByRole('button', { name: fr('composer.message.menu', { name: 'Claire Vasseur' }) }).click();
  await page.getByRole('menuitem', { name: fr('side.forward') }).click();

  const text = page.getByRole('textbox', { name: fr('side.label') });
  await text.getByText('La serrure ne tourne plus.').waitFor();
  await page.keyboard.type('Avez-vous la pièce ?');
  await page.getByRole('button', { name: fr('side.send') }).click();
  await page.getByText(fr('side.nobody')).waitFor();
  await page.getByLabel(fr('sending.to'), { exact: true }).fill(customer);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: fr('side.send') }).click();
  await page.getByText(fr('errors.side-to-customer', { address: customer })).waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel(fr('sending.to'), { exact: true }).click();
  await page.keyboard.press('Backspace');
  await page.keyboard.type(`${maker},`);
  expect(await axeLines(page)).toEqual([]);
  await page.getByRole('button', { name: fr('side.send') }).click();
  const subject = fr('side.forwarded.prefix', { subject: 'Serrure cassée' });
  await page.getByText(fr('side.mark', { subject })).waitFor();

  const mail = await readKeptMail(page, demo.desk, maker, 'Avez-vous la pièce');
  expect(mail.subject).toBe(subject);
  expect(mail.text).toContain('La serrure ne tourne plus.');
  const messageId = /^Message-ID: *(<[^>]+>)/im.exec(mail.headers)![1]!;
  await deliver(demo.desk, {
    from: `Atelier <${maker}>`,
    subject: `Re: ${subject}`,
    text: 'Oui, 12 € à l’achat.',
    headers: [`In-Reply-To: ${messageId}`],
  });
  await page.goto(ticket);
  const answer = page.getByRole('article').filter({ hasText: '12 € à l’achat' });
  await answer.waitFor();
  await answer.getByRole('button', { name: fr('side.answer') }).click();
  await page.getByText(fr('side.goes-on', { subject })).waitFor();
  await page.getByRole('textbox', { name: fr('side.label') }).click();
  await page.keyboard.type('Parfait, nous la prenons.');
  await page.getByRole('button', { name: fr('side.send') }).click();
  await page.getByRole('article').filter({ hasText: 'nous la prenons' }).waitFor();
  expect(await axeLines(page)).toEqual([]);

  await page.getByText(fr('composer.reply'), { exact: true }).first().click();
  await page.getByRole('textbox', { name: fr('composer.reply.label') }).click();
  await page.keyboard.type('Bonjour, la pièce arrive.');
  await page.getByRole('button', { name: fr('composer.send'), exact: true }).click();
  await page.getByRole('article').filter({ hasText: 'la pièce arrive' }).waitFor();
  const toCustomer = await readKeptMail(page, demo.desk, customer, 'la pièce arrive');
  expect(toCustomer.text).toContain('La serrure ne tourne plus.');
  for (const word of ['12 €', maker, 'nous la prenons']) {
    expect(toCustomer.text + toCustomer.html + toCustomer.headers).not.toContain(word);
  }
});
