// The tabs beside the conversation, as a new agent would use them: approval, resolution, activities, time.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, readKeptMail, ticketNumber, useDemo } from './support/demo.ts';

const address = 'aline@client.example';
const subject = 'Dérailleur tordu après livraison';

describe.skipIf(!hasChromium())('the tabs of a ticket', () => {
  const demo = useDemo('tabs');
  let hugo: Page;
  let lea: Page;
  let path: string;
  const button = (page: Page, key: string) => page.getByRole('button', { name: fr(key), exact: true });
  const field = (page: Page, key: string) => page.getByRole('textbox', { name: fr(key) });
  const open = (page: Page, tab: string) => page.goto(`${path}/${tab}`);
  const tab = (name: string) =>
    hugo
      .getByRole('navigation', { name: fr('tickets.tabs') })
      .getByRole('link', { name: fr(`tickets.tab.${name}`) });

  beforeAll(async () => {
    [hugo, lea] = await Promise.all([demo.openAs('hugo'), demo.openAs('lea')]);
    const text = 'Bonjour,\nle dérailleur est tordu.\nAline Dupuis';
    await deliver(demo.desk, { from: `Aline Dupuis <${address}>`, subject, text });
    path = `${demo.desk.url}/w/velo-cie/tickets/${await ticketNumber(hugo, demo.desk, subject)}`;
  });

  it('ZOH-16 time is noted by hand and by the clock, which a reload does not stop', async () => {
    await open(hugo, 'time');
    await hugo.getByText(fr('time.none')).waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    await button(hugo, 'time.add').click();
    await field(hugo, 'time.field.minutes').fill('bientôt');
    await button(hugo, 'time.submit').click();
    await hugo.getByText(fr('time.field.minutes.wrong')).waitFor();
    await field(hugo, 'time.field.minutes').fill('1h30');
    await field(hugo, 'time.field.note').fill('Dérailleur redressé');
    await button(hugo, 'time.submit').click();
    await hugo.getByText('Dérailleur redressé').waitFor();
    await button(hugo, 'time.timer.start').click();
    await hugo
      .getByRole('banner')
      .getByRole('button', { name: fr('time.timer.stop') })
      .waitFor();
    await hugo.reload();
    await hugo
      .getByRole('banner')
      .getByRole('button', { name: fr('time.timer.stop') })
      .click();
    await hugo.getByText('1\u00a0min').first().waitFor();
    await hugo.getByText('1\u00a0h\u00a031').first().waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    await lea.goto(`${demo.desk.url}/w/velo-cie/time`);
    await lea.getByRole('rowheader', { name: 'Hugo Martin' }).waitFor();
    expect(await axeLines(lea)).toEqual([]);
    const saved = lea.waitForEvent('download');
    await button(lea, 'time.export').click();
    expect((await saved).suggestedFilename()).toMatch(/^guichet-time-.*\.csv$/);
  });

  it('ZOH-10 ZOH-11 ZOH-13 ZOH-15 D-24 an activity is added, reminds only ahead of it, and is completed by one click', async () => {
    await open(hugo, 'activities');
    await button(hugo, 'activity.add').click();
    await hugo.getByRole('menuitem', { name: fr('activity.kind.call.name') }).click();
    await field(hugo, 'activity.title').fill('Rappeler Aline');
    const popup = hugo.getByRole('checkbox', { name: fr('activity.reminder.popup') });
    expect(await popup.isDisabled()).toBe(true);
    await hugo.getByLabel(fr('activity.day')).fill('2099-03-04');
    await hugo.getByLabel(fr('activity.time')).fill('10:30');
    await popup.check();
    expect(await hugo.getByRole('checkbox', { name: fr('activity.reminder.sms') }).isDisabled()).toBe(true);
    await hugo.getByText(fr('activity.reminder.sms.none')).waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    await button(hugo, 'activity.submit').click();
    await hugo.getByText(fr('activity.reminds')).waitFor();
    await hugo.goto(`${demo.desk.url}/w/velo-cie/activities`);
    await hugo.getByRole('heading', { name: fr('activity.group.later') }).waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    await hugo.getByRole('button', { name: fr('activity.done-one', { title: 'Rappeler Aline' }) }).click();
    await hugo.getByText(fr('activity.mine.none')).waitFor();
  });

  it('ZOH-03 ZOH-04 an approval is asked for; the bell rings, the approver decides, the asker hears it at once', async () => {
    await open(hugo, 'approval');
    await button(hugo, 'approval.ask').click();
    await hugo.getByRole('combobox', { name: fr('approval.approvers') }).fill('lea@velo');
    await hugo.getByRole('option', { name: /lea@velo/ }).click();
    await hugo.keyboard.press('Escape');
    await field(hugo, 'approval.subject').fill('Geste commercial');
    await field(hugo, 'approval.question').fill('Rembourser 40 € hors délai');
    await button(hugo, 'approval.submit').click();
    await hugo.getByText(fr('approval.step.waiting')).waitFor();
    expect(await axeLines(hugo)).toEqual([]);

    await lea.getByRole('button', { name: fr('bell.open.unread', { count: 1 }) }).click();
    await lea
      .getByRole('dialog')
      .getByRole('link', { name: /Geste commercial/ })
      .click();
    await lea.getByText('Rembourser 40 € hors délai').waitFor();
    await button(lea, 'approval.reject').click();
    await lea.getByText(fr('errors.comment-needed')).waitFor();
    expect(await axeLines(lea)).toEqual([]);
    await field(lea, 'approval.comment').fill('Une fois seulement');
    await button(lea, 'approval.accept').click();
    await lea.getByText(fr('approval.state.accepted'), { exact: true }).waitFor();

    await hugo.getByText('Une fois seulement', { exact: true }).waitFor();
    await hugo.getByRole('button', { name: fr('bell.open.unread', { count: 1 }) }).waitFor();
    await readKeptMail(lea, demo.desk, demo.emailOf('hugo'), 'Une fois seulement');
  });

  it('ZOH-05 ZOH-06 ZOH-08 ZOH-09 the resolution is written once solved, told when asked, and suggested to others', async () => {
    await open(hugo, 'resolution');
    await hugo.getByText(fr('resolution.unsolved')).waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    await button(hugo, 'resolution.solve').click();
    await field(hugo, 'resolution.field').fill('Patte de dérailleur remplacée.');
    await hugo.reload();
    expect(await field(hugo, 'resolution.field').inputValue()).toBe('Patte de dérailleur remplacée.');
    const tell = hugo.getByRole('checkbox', { name: /Aline Dupuis/ });
    expect(await tell.isChecked()).toBe(false);
    await tell.check();
    expect(await axeLines(hugo)).toEqual([]);
    await button(hugo, 'resolution.save').click();
    await button(hugo, 'resolution.edit').waitFor();
    await tab('resolution').getByText('1', { exact: true }).waitFor();
    const mail = await readKeptMail(lea, demo.desk, address, 'Patte de dérailleur remplacée.');
    expect(mail.text).not.toContain('Rembourser');

    const other = 'Encore un dérailleur tordu';
    await deliver(demo.desk, { from: 'Bruno <bruno@client.example>', subject: other, text: 'Bonjour' });
    const number = await ticketNumber(hugo, demo.desk, other);
    await hugo.goto(`${demo.desk.url}/w/velo-cie/tickets/${number}/resolution`);
    await hugo.getByText('Patte de dérailleur remplacée.').waitFor();
    await hugo.getByRole('complementary').getByText(fr('resolution.similar')).waitFor();
    expect(await axeLines(hugo)).toEqual([]);
  });
});
