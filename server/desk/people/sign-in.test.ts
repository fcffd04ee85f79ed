import { verify } from '@node-rs/argon2';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../platform/ids/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { type Browser, makePlace, type Place, password, refusalOf, useApp } from './browser.story.ts';

// The real thing, watched: how long it takes is what a clock on a busy machine cannot tell.
vi.mock('@node-rs/argon2', async original => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});

const desk = useDesk({ PUBLIC_URL: 'https://desk.example' });
const { browser } = useApp(desk);
let place: Place;
beforeAll(async () => {
  place = await makePlace(desk);
});

const wrong = (from: Browser, email: string) => from.signIn(email, 'not the password');

async function wrongTimes(from: Browser, email: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) expect((await wrong(from, email)).status).toBe(401);
}

async function letTimePass(minutes: number): Promise<void> {
  await desk.database.outside(async tx => {
    for (const row of await tx.selectFrom('throttles').selectAll().execute()) {
      const earlier = new Date(row.window_started_at.getTime() - minutes * 60_000);
      await tx
        .updateTable('throttles')
        .set({ window_started_at: earlier })
        .where('key', '=', row.key)
        .execute();
    }
  });
}

describe('signing in', () => {
  it('S28 gives a cookie that scripts, other hosts and plain http cannot have', async () => {
    const answer = await browser().signIn(place.email);
    expect(answer.status).toBe(200);
    expect(answer.cookie).toMatch(/^__Host-guichet=[\w-]{43};/);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      expect(answer.cookie).toContain(part);
    expect(answer.cookie).not.toContain('Domain');
  });

  it('does not mind capitals in the e-mail address', async () => {
    expect((await browser().signIn(place.email.toUpperCase())).status).toBe(200);
  });

  it('S28 stores passwords by argon2id, and of session tokens only the hash', async () => {
    const mine = browser();
    await mine.signIn(place.email);
    const { identities, sessions } = await desk.database.outside(async tx => ({
      identities: await tx.selectFrom('identities').select('password_hash').execute(),
      sessions: await tx.selectFrom('sessions').selectAll().execute(),
    }));
    expect(identities.every(row => row.password_hash?.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(
      true,
    );
    expect(JSON.stringify(sessions)).not.toContain(mine.state.token);
  });

  it('S28 renews the token and ends the session that the browser had before', async () => {
    const mine = browser();
    await mine.signIn(place.email);
    const earlier = { ...mine.state };
    await mine.signIn(place.email);
    expect(mine.state.token).not.toBe(earlier.token);
    const old = browser();
    Object.assign(old.state, earlier);
    expect((await old.call('GET', '/session')).status).toBe(401);
    expect((await mine.call('GET', '/session')).status).toBe(200);
  });
});

describe('a wrong password', () => {
  it('S3 S28 is answered as an unknown account is, after the same work', async () => {
    const hashesOf = async (email: string) => {
      vi.mocked(verify).mockClear();
      const answer = await wrong(browser(), email);
      const costs = vi
        .mocked(verify)
        .mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4).join('$'));
      return { answer: refusalOf(answer), costs };
    };
    const known = await hashesOf(place.email);
    const unknown = await hashesOf(`${newId()}@people.example`);
    expect(unknown).toEqual(known);
    expect(known.costs).toEqual(['$argon2id$v=19$m=19456,t=2,p=1']);
    expect(known.answer).toEqual({ status: 401, error: 'wrong-credentials', facts: {} });
    await browser().signIn(place.email);
  });

  it.each([
    ['known', true],
    ['unknown', false],
  ])('S28 makes wait after ten in a quarter of an hour (%s account)', async (_, isKnown) => {
    const email = isKnown ? (await makePlace(desk)).email : `${newId()}@people.example`;
    await wrongTimes(browser(), email, 10);
    const refused = await browser().signIn(email);
    expect(refused).toMatchObject({ status: 429, body: { error: 'too-many-attempts' } });
    expect(Number(refused.retryAfter)).toBeGreaterThan(14 * 60);
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(15 * 60);
    await letTimePass(8);
    expect(Number((await browser().signIn(email)).retryAfter)).toBeLessThanOrEqual(7 * 60);
    await letTimePass(8);
    expect((await browser().signIn(email)).status).toBe(isKnown ? 200 : 401);
  });

  it('S28 is counted also when many come at once', async () => {
    const { email } = await makePlace(desk);
    const answers = await Promise.all(Array.from({ length: 25 }, () => wrong(browser(), email)));
    expect(answers.filter(answer => answer.status === 401)).toHaveLength(10);
    expect(answers.filter(answer => answer.status === 429)).toHaveLength(15);
  });

  it('S28 is forgiven by a right one', async () => {
    const { email } = await makePlace(desk);
    await wrongTimes(browser(), email, 9);
    expect((await browser().signIn(email)).status).toBe(200);
    await wrongTimes(browser(), email, 9);
  });

  it('S28 typed by strangers does not keep people out where they are signed in', async () => {
    const { email } = await makePlace(desk);
    const mine = browser();
    expect((await mine.signIn(email)).status).toBe(200);
    await wrongTimes(browser(), email, 10);
    expect((await browser().signIn(email)).status).toBe(429);
    expect((await browser(mine.address).signIn(email)).status).toBe(200);
    await wrongTimes(mine, email, 10);
    expect((await mine.signIn(email)).status).toBe(429);
  });

  it('S28 is counted per address over all accounts: a hundred', async () => {
    const address = '2001:db8:1:2::7';
    for (let batch = 0; batch < 10; batch++) {
      const emails = Array.from({ length: 10 }, () => `${newId()}@people.example`);
      const answers = await Promise.all(emails.map(email => wrong(browser(address), email)));
      expect(answers.every(answer => answer.status === 401)).toBe(true);
    }
    const neighbour = browser('2001:db8:1:2:ffff::1');
    expect((await neighbour.signIn(place.email)).status).toBe(429);
    expect((await browser('2001:db8:1:3::7').signIn(place.email, password)).status).toBe(200);
  });
});
