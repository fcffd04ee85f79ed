import { beforeEach, describe, expect, it } from 'vitest';
import { hashToken } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { linksTo, makeAgent, makePlace, type Place, refusalOf, useApp } from './browser.story.ts';

const desk = useDesk();
const { browser } = useApp(desk);
const next = 'a better password';
let place: Place;
beforeEach(async () => {
  place = await makePlace(desk);
});

const ask = (email: string, from = browser()) => from.call('POST', '/password-resets', { email });
const choose = (token: string, from = browser()) =>
  from.call('PUT', '/password-resets', { token, password: next });
const linksFor = (email: string) => linksTo(desk, place, 'reset', email);

describe('asking for a reset link', () => {
  it('S3 is answered the same for every address, and after as long', async () => {
    const disabled = await makeAgent(desk, place);
    await place.run(ctx =>
      ctx.tx
        .updateTable('agents')
        .set({ disabled_at: ctx.now })
        .where('workspace_id', '=', place.id)
        .where('id', '=', disabled.id)
        .execute(),
    );
    const times: number[] = [];
    for (const email of [place.email, `${newId()}@people.example`, disabled.email]) {
      const startedAt = performance.now();
      const answer = await ask(email);
      times.push(performance.now() - startedAt);
      expect(answer).toMatchObject({ status: 204, body: undefined, cookie: '' });
    }
    expect(Math.min(...times)).toBeGreaterThan(390);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(150);
    expect(await linksFor(place.email)).toHaveLength(1);
    expect(await linksFor(disabled.email)).toHaveLength(0);
  });

  it('S29 sends a sealed link in the agent’s language, of which only a hash is stored', async () => {
    await ask(place.email.toUpperCase());
    const [mail] = await linksFor(place.email);
    expect(mail!.link.pathname).toBe('/reset');
    expect(mail!.content.language).toBe('fr');
    expect(Buffer.from(mail!.token, 'base64url')).toHaveLength(32);
    const kept = await place.run(async ctx => ({
      deliveries: await ctx.tx
        .selectFrom('deliveries')
        .selectAll()
        .where('workspace_id', '=', place.id)
        .execute(),
      resets: await ctx.tx.selectFrom('password_resets').selectAll().execute(),
    }));
    expect(JSON.stringify(kept)).not.toContain(mail!.token);
  });

  it('S28 sends at most three mails an hour to one person', async () => {
    for (let i = 0; i < 5; i++) expect((await ask(place.email)).status).toBe(204);
    expect(await linksFor(place.email)).toHaveLength(3);
  });

  it('S28 is refused after twenty from one address in an hour', async () => {
    const from = browser();
    const answers = await Promise.all(
      Array.from({ length: 21 }, () => ask(`${newId()}@people.example`, from)),
    );
    expect(answers.filter(answer => answer.status === 204)).toHaveLength(20);
    expect(answers.find(answer => answer.status === 429)!.body.error).toBe('too-many-attempts');
  });
});

describe('a reset link', () => {
  it('S21 works once: it sets the password, ends all sessions and signs in', async () => {
    const old = browser();
    await old.signIn(place.email);
    await ask(place.email);
    await ask(place.email);
    const links = await linksFor(place.email);
    const mine = browser();
    const answer = await choose(links[0]!.token, mine);
    expect(answer).toMatchObject({ status: 200, body: { person: { email: place.email } } });
    expect((await mine.call('GET', '/session')).status).toBe(200);
    expect((await old.call('GET', '/session')).status).toBe(401);
    for (const { token } of links)
      expect(refusalOf(await choose(token))).toEqual({ status: 422, error: 'link-expired', facts: {} });
    expect((await browser().signIn(place.email, next)).status).toBe(200);
  });

  it('S21 used twice at the same moment works once', async () => {
    await ask(place.email);
    const [mail] = await linksFor(place.email);
    const answers = await Promise.all([choose(mail!.token), choose(mail!.token), choose(mail!.token)]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 422, 422]);
  });

  it('is of no use after an hour, nor is one that never was', async () => {
    await ask(place.email);
    const [mail] = await linksFor(place.email);
    await desk.database.outside(async (tx, now) => {
      const row = tx.updateTable('password_resets').where('token_hash', '=', hashToken(mail!.token));
      await row.set({ expires_at: now }).execute();
    });
    const late = await choose(mail!.token);
    const never = await choose('x'.repeat(43));
    expect(refusalOf(late)).toEqual(refusalOf(never));
    expect(late.status).toBe(422);
  });
});
