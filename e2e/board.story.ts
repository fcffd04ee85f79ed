// The board by mouse and by keyboard, the feed between two desks, many tickets changed at once and taken back.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, ticketNumber, useDemo } from './support/demo.ts';

const from = 'Alix Renaud <alix@client.example>';

describe.skipIf(!hasChromium())('board, feed and changes of many tickets', () => {
  const demo = useDemo('board');
  let lea: Page;
  let hugo: Page;
  const subjects = ['Carte au clavier', 'Carte à la souris', 'Carte à escalader'];
  const numbers: number[] = [];
  const column = (name: string) => lea.locator(`[data-column=${name}]`);
  const card = (name: string, place: number) =>
    column(name).locator(`[data-card] a[href$="/tickets/${numbers[place]}"]`);
  const shownAs = (mode: string) =>
    lea
      .getByRole('navigation', { name: fr('board.switch') })
      .getByRole('link', { name: fr(`board.switch.${mode}`), exact: true });
  const status = () => lea.getByTestId('board-status');
  const to = (name: string) =>
    lea.getByRole('dialog').getByRole('button', { name: fr(`board.column.${name}`), exact: true });
  const moved = (place: number, name: string) =>
    fr('board.moved', { number: String(numbers[place]), column: fr(`board.column.${name}`) });

  beforeAll(async () => {
    [lea, hugo] = await Promise.all([demo.openAs('lea'), demo.openAs('hugo', '/feed')]);
    for (const subject of subjects) {
      await deliver(demo.desk, { from, subject, text: `Bonjour,\n${subject}.` });
      numbers.push(await ticketNumber(lea, demo.desk, subject));
    }
  });

  it('QCX-11 a card is moved by keyboard; one that may not go there stays and says why', async () => {
    await shownAs('board').click();
    await card('new', 0).waitFor();
    expect(await axeLines(lea)).toEqual([]);
    await card('new', 0).focus();
    await lea.keyboard.press('m');
    await to('open').press('Enter');
    await status()
      .filter({ hasText: fr('errors.not-answered-yet') })
      .waitFor({ state: 'attached' });
    await lea.getByRole('dialog').waitFor({ state: 'hidden' });
    await card('new', 0).focus();
    await lea.keyboard.press('m');
    await to('pending').press('Enter');
    await status()
      .filter({ hasText: moved(0, 'pending') })
      .waitFor({ state: 'attached' });
    await card('pending', 0).waitFor();
    expect(await card('new', 0).count()).toBe(0);
  });

  it('QCX-11 a card is dragged to another column', async () => {
    await card('new', 1).scrollIntoViewIfNeeded();
    await card('new', 1).dragTo(column('solved').locator('ul').last());
    await status()
      .filter({ hasText: moved(1, 'solved') })
      .waitFor({ state: 'attached' });
    await card('solved', 1).waitFor();
  });

  it('D-02 dropping on Escalated asks to whom and why; both stand on the ticket', async () => {
    await card('new', 2).scrollIntoViewIfNeeded();
    await card('new', 2).dragTo(column('escalated').locator('ul').last());
    const dialog = lea.getByRole('dialog', {
      name: fr('board.escalate.title', { number: String(numbers[2]) }),
    });
    const go = dialog.getByRole('button', { name: fr('board.escalate.do'), exact: true });
    await dialog.waitFor();
    await lea.keyboard.press('Escape');
    await go.click();
    await dialog.getByText(fr('shell.field.required')).first().waitFor();
    const whom = dialog.getByRole('combobox', { name: fr('board.escalate.to') });
    await whom.fill('nadia@');
    await lea.getByRole('option', { name: /Nadia Kowalski/ }).click();
    await dialog
      .getByRole('textbox', { name: fr('board.escalate.reason') })
      .fill('Le client menace de partir.');
    await go.click();
    await card('escalated', 2).waitFor();
    await card('escalated', 2).click();
    await lea
      .getByText(fr('board.escalated-to', { name: 'Nadia Kowalski' }))
      .first()
      .waitFor();
    const note = lea.getByRole('article').filter({ hasText: 'Le client menace de partir.' });
    await note.getByText(fr('tickets.note.mark')).waitFor();
    expect(await axeLines(lea)).toEqual([]);
  });

  it('a change on the ticket’s page is taken back with u', async () => {
    const assignee = lea.getByRole('button', { name: /^Agent responsable/ });
    await lea.getByRole('button', { name: fr('tickets.assign-me') }).click();
    await assignee.filter({ hasText: 'Léa Moreau' }).waitFor();
    await lea.getByText(fr('undo.offer.assigneeId')).waitFor();
    await lea.getByRole('heading', { level: 1 }).click();
    await lea.keyboard.press('u');
    await lea.getByText(fr('undo.done')).waitFor();
    await assignee.filter({ hasText: fr('tickets.nobody') }).waitFor();
  });

  it('the inbox opens as it was looked at last', async () => {
    await lea.goto(`${demo.desk.url}/w/velo-cie/inbox`);
    await lea.waitForURL(/\/board$/);
    await shownAs('list').click();
    await lea.getByTestId('ticket-list').waitFor();
    await lea.goto(`${demo.desk.url}/w/velo-cie/inbox`);
    await lea.getByTestId('ticket-list').waitFor();
    expect(lea.url()).toMatch(/\/inbox$/);
  });

  it('QCX-10 D-26 the feed shows at the top what happens, and lets what is new wait while one reads', async () => {
    const feed = hugo.getByTestId('feed');
    await feed.getByText('Le client menace de partir.').waitFor();
    expect(await axeLines(hugo)).toEqual([]);
    await deliver(demo.desk, { from, subject: 'Vu tout de suite', text: 'Bonjour.' });
    await feed.getByText('Vu tout de suite').waitFor();
    await feed.evaluate(one => one.scrollTo({ top: 400 }));
    await deliver(demo.desk, { from, subject: 'Vu plus tard', text: 'Bonjour.' });
    const fresh = hugo.getByRole('button', { name: /nouveauté/ });
    await fresh.waitFor();
    expect(await feed.getByText('Vu plus tard').count()).toBe(0);
    await fresh.click();
    await feed.getByText('Vu plus tard').waitFor();
    expect(await feed.evaluate(one => one.scrollTop)).toBe(0);
  });

  it('more than sixty tickets are changed at once, told where it failed, and taken back', async () => {
    await lea.goto(`${demo.desk.url}/w/velo-cie/all`);
    await lea.getByTestId('ticket-list').locator('li').nth(3).waitFor();
    await lea.keyboard.press('j');
    await lea.keyboard.press('x');
    await lea.getByText(fr('bulk.selected', { count: 1 })).waitFor();
    await lea.keyboard.press('Shift+ArrowDown');
    await lea.getByText(fr('bulk.selected', { count: 2 })).waitFor();
    await lea.getByRole('button', { name: fr('bulk.select-all') }).click();
    await lea.getByText(fr('bulk.all')).waitFor();
    expect(await axeLines(lea)).toEqual([]);
    const bar = lea.getByRole('region', { name: fr('bulk.bar') });
    await bar.getByRole('button', { name: fr('bulk.do.tag-add') }).click();
    await lea.getByRole('textbox', { name: fr('bulk.do.tag-add') }).fill('merci');
    await lea.getByRole('option', { name: 'Merci' }).click();
    await bar.waitFor({ state: 'hidden' });
    const mine = async () => {
      const answer = await lea.request.get(`${demo.desk.url}/api/w/velo-cie/bulk-changes`);
      return ((await answer.json()) as { changes: { state: string; total: number; failed: number }[] })
        .changes;
    };
    const ended = async (many: number) => {
      for (;;) {
        const changes = await mine();
        if (changes.length === many && changes.every(change => change.state === 'done')) return changes[0]!;
        await lea.waitForTimeout(200);
      }
    };
    const change = await ended(1);
    expect(change.total).toBeGreaterThan(60);
    expect(change.failed).toBeGreaterThan(0);
    await lea.getByRole('button', { name: fr('bulk.work'), exact: true }).click();
    await lea.getByRole('button', { name: fr('bulk.failed.show') }).click();
    await lea.getByText(fr('errors.ticket-locked')).first().waitFor();
    expect(await axeLines(lea)).toEqual([]);
    await lea.getByRole('button', { name: fr('bulk.undo'), exact: true }).click();
    const undone = await ended(2);
    expect(undone.failed).toBe(0);
    expect(undone.total).toBeLessThanOrEqual(change.total - change.failed);
  });
});
