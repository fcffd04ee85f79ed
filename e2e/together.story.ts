// Two agents on one ticket: they see each other, and nothing that either writes is lost, whatever happens meanwhile.
import pg from 'pg';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, deliver, fr, ticketNumber, useDemo, workspace } from './support/demo.ts';

const subject = 'Deux avis sur une fourche';
/** What a browser says of a server that is killed, a line that is cut and a session that has ended. */
const allowed = [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|WebSocket|status of (401|409|502)/];

describe.skipIf(!hasChromium())('two agents on one ticket', () => {
  const demo = useDemo('together');
  let lea: Page;
  let hugo: Page;
  let list: Page;
  let path: string;
  const reply = (page: Page) => page.getByRole('textbox', { name: fr('composer.reply.label') });
  const note = (page: Page) => page.getByRole('textbox', { name: fr('composer.note.label') });
  const row = () => list.locator(`[data-row]:has(a[href$="${path}"])`);
  const button = (page: Page, key: string) => page.getByRole('button', { name: fr(key), exact: true });
  const toField = (page: Page) => page.getByRole('heading', { level: 1 }).click();
  const readers = (page: Page) => page.getByRole('list', { name: fr('presence.readers') });
  const banner = (page: Page, kind: 'reply' | 'note', names: string) =>
    page
      .getByRole('status')
      .getByText(fr(`presence.composing.${kind}`, { count: 1, names }), { exact: true });

  /** What the server has of Léa's drafts, by their first words. */
  const savedDrafts = async (page: Page): Promise<string[]> => {
    const answer = await page.request.get(`${demo.desk.url}/api${workspace}/drafts`);
    const { drafts } = (await answer.json()) as { drafts: { preview: string }[] };
    return drafts.map(one => one.preview);
  };
  const expectSaved = (page: Page, words: string) =>
    expect.poll(() => savedDrafts(page).catch(() => []), { timeout: 15_000, interval: 100 }).toContain(words);

  beforeAll(async () => {
    [lea, hugo, list] = await Promise.all([
      demo.openAs('lea', '/inbox', { allowed }),
      demo.openAs('hugo', '/inbox', { allowed }),
      demo.openAs('nadia', '/inbox?sort=recent', { allowed }),
    ]);
    await deliver(demo.desk, { from: 'Maud <maud@client.example>', subject, text: 'Carbone ou acier ?' });
    path = `${workspace}/tickets/${await ticketNumber(lea, demo.desk, subject)}`;
    await row().waitFor();
  });

  it('LUM-24 D-09 a ticket that a teammate opens has a red bar, an avatar and words in the list, at once', async () => {
    const words = fr('presence.opened-by', { names: 'Léa Moreau' });
    expect(await row().innerText()).not.toContain(words);
    await lea.goto(`${demo.desk.url}${path}`);
    await row().getByText(words).first().waitFor({ state: 'attached' });
    const bar = row().locator('[class*=_bar_]');
    const { width, colour } = await bar.evaluate(one => ({
      width: one.getBoundingClientRect().width,
      colour: getComputedStyle(one).backgroundColor,
    }));
    expect([width, colour]).toEqual([4, 'rgb(217, 45, 32)']);
    await row().hover();
    await row().getByText(words).first().waitFor();
    expect(await axeLines(list)).toEqual([]);
    // Léa’s own list does not tell her that she has it open.
    const own = await lea.context().newPage();
    await own.goto(`${demo.desk.url}${workspace}/inbox?sort=recent`);
    await own.locator(`[data-row]:has(a[href$="${path}"])`).waitFor();
    await hugo.goto(`${demo.desk.url}${path}`);
    await own
      .getByText(fr('presence.opened-by', { names: 'Hugo Martin' }))
      .first()
      .waitFor({ state: 'attached' });
    await own.close();
  });

  it('LUM-22 each sees that the other is reading, and above the text box that they are writing, until they stop', async () => {
    await readers(hugo).getByText('Léa Moreau').waitFor();
    await readers(lea).getByText('Hugo Martin').waitFor();
    await reply(lea).click();
    await lea.keyboard.type('Bonjour Maud, ');
    await banner(hugo, 'reply', 'Léa Moreau').waitFor();
    const [above, box] = await Promise.all([
      banner(hugo, 'reply', 'Léa Moreau').boundingBox(),
      reply(hugo).boundingBox(),
    ]);
    expect(above!.y + above!.height).toBeLessThanOrEqual(box!.y);
    expect(await axeLines(hugo)).toEqual([]);
    await button(lea, 'composer.discard').click();
    await banner(hugo, 'reply', 'Léa Moreau').waitFor({ state: 'detached' });
    await toField(lea);
    await lea.keyboard.press('n');
    await note(lea).fill('Elle hésite depuis mars.');
    await banner(hugo, 'note', 'Léa Moreau').waitFor();
    await button(lea, 'composer.note.add').click();
    await banner(hugo, 'note', 'Léa Moreau').waitFor({ state: 'detached' });
    await lea.goto(`${demo.desk.url}${workspace}/inbox`);
    await readers(hugo).waitFor({ state: 'detached' });
    await lea.goto(`${demo.desk.url}${path}`);
  });

  it('a draft is on the server within moments, after a reload, and in a second tab, which follows', async () => {
    await reply(lea).click();
    await lea.keyboard.type('Acier');
    await lea.getByText(fr('composer.saved')).waitFor();
    await expectSaved(lea, 'Acier');
    await lea.reload();
    await reply(lea).getByText('Acier').waitFor();
    const second = await lea.context().newPage();
    await second.goto(`${demo.desk.url}${path}`);
    await reply(second).getByText('Acier').waitFor();
    await reply(lea).click();
    await lea.keyboard.press('Control+End');
    await lea.keyboard.type(', sans hésiter');
    await reply(second).getByText('Acier, sans hésiter').waitFor();
    await second.close();
  });

  it('a draft survives a kill of the server; what is typed meanwhile is saved when it is back', async () => {
    await expectSaved(lea, 'Acier, sans hésiter');
    await demo.desk.kill('SIGKILL');
    await lea.keyboard.type(', Maud');
    await lea.getByText(fr('drafts.state.here')).waitFor();
    await demo.desk.restart();
    await expectSaved(lea, 'Acier, sans hésiter, Maud');
    await lea.getByText(fr('composer.saved')).waitFor();
    const elsewhere = await demo.openAs('lea', path.slice(workspace.length), { allowed });
    await reply(elsewhere).getByText('Acier, sans hésiter, Maud').waitFor();
    await elsewhere.context().close();
  });

  it('a draft survives a time without a network', async () => {
    await lea.context().setOffline(true);
    await reply(lea).click();
    await lea.keyboard.press('Control+End');
    await lea.keyboard.type('. Elle dure');
    await lea.getByText(fr('drafts.state.here')).waitFor();
    await lea.waitForTimeout(4_000);
    await lea.keyboard.type(' plus');
    await lea.context().setOffline(false);
    await expectSaved(lea, 'Acier, sans hésiter, Maud. Elle dure plus');
  });

  it('S28 a draft survives the end of the session, and saving goes on after signing in in place', async () => {
    await endSessions(demo.desk.databaseUrl, demo.emailOf('lea'));
    const dialog = lea.getByRole('dialog', { name: fr('signin.again.title') });
    await lea.keyboard.insertText(' longtemps');
    await dialog.locator('input[type=password]').fill(demo.passwordOf('lea'));
    await dialog.getByRole('button', { name: fr('signin.submit') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expectSaved(lea, 'Acier, sans hésiter, Maud. Elle dure plus longtemps');
  });

  it('a teammate asks for a draft and takes a copy once it is shared', async () => {
    await hugo.goto(`${demo.desk.url}${path}`);
    await hugo.getByText(fr('drafts.others.none.reply', { name: 'Léa Moreau' })).waitFor();
    await button(hugo, 'drafts.ask').click();
    const asked = lea.getByText(fr('drafts.asked', { name: 'Hugo Martin' }));
    await asked.waitFor();
    expect(await axeLines(lea)).toEqual([]);
    await button(lea, 'drafts.asked.share').click();
    await asked.waitFor({ state: 'detached' });
    await button(hugo, 'drafts.copy').click();
    await reply(hugo).getByText('Elle dure plus longtemps').waitFor();
    expect((await reply(lea).innerText()).trim()).toContain('Elle dure plus longtemps');
    await button(hugo, 'composer.discard').click();
  });

  it('LIV-27 whoever gets the ticket finds what the one before left unsent', async () => {
    await lea.getByRole('button', { name: fr('tickets.assign-me') }).click();
    await lea.getByRole('button', { name: fr('tickets.assign-me') }).waitFor({ state: 'detached' });
    await hugo.getByRole('button', { name: fr('tickets.assign-me') }).click();
    await hugo.getByText(fr('drafts.others.left.reply', { name: 'Léa Moreau' })).waitFor();
    // Her own text stays where it is, although the ticket is somebody else’s now.
    expect((await reply(lea).innerText()).trim()).toContain('Acier');
    await button(hugo, 'drafts.take-over').click();
    await reply(hugo).getByText('Acier, sans hésiter').waitFor();
    expect(await axeLines(hugo)).toEqual([]);
  });

  it('my drafts are counted and listed, with their earlier versions, until they are sent', async () => {
    const rail = lea.getByRole('link', { name: new RegExp(`^${fr('drafts.mine')}`) });
    await rail.click();
    const line = lea.getByRole('listitem').filter({ hasText: subject });
    await line.getByText('Acier, sans hésiter').waitFor();
    expect(await axeLines(lea)).toEqual([]);
    await line.getByRole('link').click();
    await reply(lea).getByText('Acier').waitFor();
    await button(lea, 'drafts.menu').click();
    await lea.getByRole('menuitem', { name: fr('drafts.versions') }).click();
    const dialog = lea.getByRole('dialog', { name: fr('drafts.versions') });
    await dialog.waitFor();
    expect(await axeLines(lea)).toEqual([]);
    await lea.keyboard.press('Escape');
    await button(lea, 'composer.send').click();
    await lea.getByRole('article').filter({ hasText: 'Acier, sans hésiter' }).waitFor();
    await expect
      .poll(() => savedDrafts(lea))
      .not.toContain('Acier, sans hésiter, Maud. Elle dure plus longtemps');
    await lea.reload();
    await reply(lea).waitFor();
    expect((await reply(lea).innerText()).trim()).toBe('');
  });
});

/** Ends all sessions of a person, as if they had run out. */
async function endSessions(databaseUrl: string, email: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    'delete from sessions where identity_id = (select id from identities where email = $1)',
    [email],
  );
  await client.end();
}
