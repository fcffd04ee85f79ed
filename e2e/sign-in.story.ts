// Getting in, getting back in, and being let go without losing a word.
import pg from 'pg';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { axeLines, fr, readKeptMail, useDemo } from './support/demo.ts';

const fresh = 'une phrase toute nouvelle';
/** Refusals that these stories ask for. */
const allowed = [/status of 40[13]/, /status of 422/];

describe.skipIf(!hasChromium())('signing in', () => {
  const demo = useDemo('sign-in');
  let page: Page;
  const text = (key: string) => page.getByText(fr(key), { exact: true });
  const email = () => page.getByLabel(fr('signin.email'), { exact: true });
  const password = () => page.locator('input[type=password]');
  const press = (key: string) => page.getByRole('button', { name: fr(key), exact: true }).click();

  beforeAll(async () => {
    page = await demo.openAsNobody({ width: 1280, allowed });
  });

  it('S3 S28 a wrong password gets the same words for a known and an unknown account, and after as long', async () => {
    await page.goto(`${demo.desk.url}/w/velo-cie/mine`);
    await page.waitForURL(/\/sign-in\?next=/);
    expect(await axeLines(page)).toEqual([]);
    const told: { words: string; milliseconds: number }[] = [];
    for (const who of [demo.emailOf('lea'), 'personne@velo.example']) {
      await page.goto(`${demo.desk.url}/sign-in`);
      await email().fill(who);
      await password().fill('ce n’est pas le bon mot');
      const answered = page.waitForResponse(
        response => response.url().endsWith('/api/session') && response.request().method() === 'POST',
      );
      const askedAt = Date.now();
      await press('signin.submit');
      expect((await answered).status()).toBe(401);
      const milliseconds = Date.now() - askedAt;
      await text('errors.wrong-credentials').waitFor();
      told.push({ words: await page.getByRole('main').innerText(), milliseconds });
    }
    console.log(`sign-in: refused after ${told.map(one => one.milliseconds).join(' and ')} ms`);
    expect(told[1]!.words).toBe(told[0]!.words);
    expect(Math.abs(told[1]!.milliseconds - told[0]!.milliseconds)).toBeLessThan(400);
    expect(await axeLines(page)).toEqual([]);
  });

  it('S28 the right one leads to the page that was asked for, with a cookie that scripts cannot read', async () => {
    await page.goto(`${demo.desk.url}/w/velo-cie/mine`);
    await page.waitForURL(/\/sign-in\?next=/);
    await email().fill(demo.emailOf('ines'));
    await password().fill(demo.passwordOf('ines'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/w\/velo-cie\/mine$/);
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  it('S28 a session that ends is renewed in place: what was being written is still there', async () => {
    await page.goto(`${demo.desk.url}/w/velo-cie/inbox`);
    await page.getByTestId('ticket-list').getByRole('link').first().click();
    const box = page.getByRole('textbox', { name: fr('composer.reply.label') });
    await box.click();
    await page.keyboard.type('Une réponse longue et réfléchie.');
    const address = page.url();
    await endSessions(demo.emailOf('ines'));
    // Who was let in is remembered for a second.
    const session = () => page.request.get(`${demo.desk.url}/api/session`).then(answer => answer.status());
    await expect.poll(session).toBe(401);
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: fr('signin.again.title') });
    await dialog.getByText(fr('signin.again.text')).waitFor();
    expect(await axeLines(page)).toEqual([]);
    await dialog.locator('input[type=password]').fill(demo.passwordOf('ines'));
    await dialog.getByRole('button', { name: fr('signin.submit') }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(page.url()).toBe(address);
    expect((await box.innerText()).trim()).toBe('Une réponse longue et réfléchie.');
    await page.getByRole('button', { name: fr('composer.send'), exact: true }).click();
    await page.getByRole('article').filter({ hasText: 'Une réponse longue et réfléchie.' }).waitFor();
    expect(await page.getByRole('article').filter({ hasText: 'Une réponse longue' }).count()).toBe(1);
  });

  it('S3 S28 a forgotten password is renewed by the link of a mail, once, and ends the other sessions', async () => {
    const lea = await demo.openAs('lea');
    const hugo = await demo.openAs('hugo', '/inbox', { allowed });
    const answers: string[] = [];
    for (const who of ['personne@velo.example', demo.emailOf('hugo')]) {
      await page.context().clearCookies();
      await page.goto(`${demo.desk.url}/sign-in`);
      await page.getByRole('link', { name: fr('signin.forgot') }).click();
      await text('signin.forgot.title').waitFor();
      await email().fill(who);
      expect(await axeLines(page)).toEqual([]);
      await press('signin.forgot.submit');
      await text('signin.forgot.sent').waitFor();
      answers.push((await page.getByRole('main').innerText()).replace(who, '…'));
    }
    expect(answers[1]).toBe(answers[0]);
    const mail = await readKeptMail(lea, demo.desk, demo.emailOf('hugo'), fr('mail.reset.subject'));
    const link = /http\S+\/reset\S+/.exec(mail.text)![0];
    await page.goto(link);
    await password().fill('court');
    await press('signin.reset.submit');
    expect(await axeLines(page)).toEqual([]);
    await password().fill(fresh);
    await press('signin.reset.submit');
    await page.waitForURL(/\/w\/velo-cie\//);
    const old = await hugo.request.get(`${demo.desk.url}/api/session`);
    expect(old.status()).toBe(401);
    await lea.goto(`${demo.desk.url}/dev/mail?workspace=velo-cie`);
    expect(await lea.getByText('personne@velo.example').count()).toBe(0);

    await page.context().clearCookies();
    await page.goto(link);
    await password().fill('encore une autre phrase');
    await press('signin.reset.submit');
    await text('errors.link-expired').waitFor();
    await page.goto(`${demo.desk.url}/sign-in`);
    await email().fill(demo.emailOf('hugo'));
    await password().fill(fresh);
    await press('signin.submit');
    await page.waitForURL(/\/w\/velo-cie\//);
  });

  /** As if the time of the sessions had run out. */
  async function endSessions(who: string) {
    const client = new pg.Client({ connectionString: demo.desk.databaseUrl });
    await client.connect();
    try {
      const { rowCount } = await client.query(
        'delete from sessions using identities where sessions.identity_id = identities.id and identities.email = $1',
        [who],
      );
      expect(rowCount).toBeGreaterThan(0);
    } finally {
      await client.end();
    }
  }
});
