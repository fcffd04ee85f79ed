import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashToken } from '../../platform/crypto/index.ts';
import { openDatabase } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { makePlace, type Place, password, refusalOf, useApp } from './browser.story.ts';
import { openDoors } from './doors.ts';
import { tidySignIns } from './tidy-sign-ins.ts';

const desk = useDesk();
const { browser } = useApp(desk);
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
let place: Place;
beforeEach(async () => {
  place = await makePlace(desk);
});

async function signedIn(device = '') {
  const one = browser(undefined, device);
  expect((await one.signIn(place.email)).status).toBe(200);
  return one;
}

function setTimes(token: string, times: { last_seen_at?: Date; expires_at?: Date }) {
  return desk.database.outside(tx =>
    tx.updateTable('sessions').set(times).where('token_hash', '=', hashToken(token)).execute(),
  );
}

const readSession = (token: string) =>
  desk.database.outside(tx =>
    tx.selectFrom('sessions').selectAll().where('token_hash', '=', hashToken(token)).executeTakeFirst(),
  );

describe('my sessions', () => {
  it('S26 are listed with device and address, and an ended one is refused at once', async () => {
    const mine = await signedIn(firefox);
    const other = await signedIn();
    await other.call('GET', '/session');
    const { sessions } = (await mine.call('GET', '/sessions')).body;
    expect(sessions).toHaveLength(2);
    const current = sessions.find((each: { isCurrent: boolean }) => each.isCurrent);
    expect(current).toMatchObject({ device: 'Firefox · Linux', address: mine.address });
    const theirs = sessions.find((each: { isCurrent: boolean }) => !each.isCurrent);
    expect((await mine.call('DELETE', `/sessions/${theirs.id}`)).status).toBe(204);
    expect((await other.call('GET', '/session')).status).toBe(401);
    expect((await mine.call('GET', '/session')).status).toBe(200);
  });

  it('S26 ended by one process are refused by another within two seconds', async () => {
    const mine = await signedIn();
    const database = openDatabase({ url: desk.appUrl, max: 2 });
    const elsewhere = openDoors({ ...desk, database });
    try {
      const found = await elsewhere.signedIn(mine.state.token);
      expect(found).not.toBeNull();
      expect(await elsewhere.member(found!.identityId, place.slug)).toMatchObject({ role: 'administrator' });
      await place.run(ctx =>
        ctx.tx
          .updateTable('agents')
          .set({ disabled_at: ctx.now })
          .where('workspace_id', '=', place.id)
          .execute(),
      );
      await mine.call('DELETE', '/session');
      await pause(2_000);
      expect(await elsewhere.signedIn(mine.state.token)).toBeNull();
      expect(await elsewhere.member(found!.identityId, place.slug)).toBeNull();
    } finally {
      await database.close();
    }
  });

  it('S17 another person’s session cannot be told from one that does not exist', async () => {
    const mine = await signedIn();
    const stranger = browser();
    await stranger.signIn((await makePlace(desk)).email);
    const { sessions } = (await stranger.call('GET', '/sessions')).body;
    const foreign = await mine.call('DELETE', `/sessions/${sessions[0].id}`);
    const absent = await mine.call('DELETE', `/sessions/${newId()}`);
    expect(refusalOf(foreign)).toEqual(refusalOf(absent));
    expect(foreign.status).toBe(404);
    expect((await stranger.call('GET', '/session')).status).toBe(200);
  });

  it('live for 14 days after their last use', async () => {
    const mine = await signedIn();
    const doors = openDoors(desk);
    const fourDaysMs = 4 * 24 * 3600_000;
    const justUsed = new Date(Date.now() - 4 * 60_000);
    await setTimes(mine.state.token, { last_seen_at: justUsed });
    await doors.signedIn(mine.state.token);
    expect((await readSession(mine.state.token))!.last_seen_at).toEqual(justUsed);

    await pause(1_100);
    await setTimes(mine.state.token, {
      last_seen_at: new Date(Date.now() - 6 * 60_000),
      expires_at: new Date(Date.now() + fourDaysMs),
    });
    await doors.signedIn(mine.state.token);
    const row = (await readSession(mine.state.token))!;
    expect(Date.now() - row.last_seen_at.getTime()).toBeLessThan(60_000);
    expect(row.expires_at.getTime() - row.last_seen_at.getTime()).toBe(14 * 24 * 3600_000);

    await pause(1_100);
    await setTimes(mine.state.token, { expires_at: new Date(Date.now() - 1_000) });
    expect(await doors.signedIn(mine.state.token)).toBeNull();
    await tidySignIns(desk.database);
    expect(await readSession(mine.state.token)).toBeUndefined();
  });

  it('S28 change nothing without the token that only our pages know', async () => {
    const mine = await signedIn();
    mine.state.csrf = 'made-up';
    const answer = await mine.call('DELETE', '/session');
    expect(refusalOf(answer)).toMatchObject({ status: 403, error: 'csrf' });
    expect((await mine.call('GET', '/session')).status).toBe(200);
  });

  it('end by signing out, which takes the cookie away', async () => {
    const mine = await signedIn();
    const { token } = mine.state;
    const answer = await mine.call('DELETE', '/session');
    expect(answer.status).toBe(204);
    expect(answer.cookie).toContain('Expires=Thu, 01 Jan 1970');
    expect(await readSession(token)).toBeUndefined();
  });
});

describe('changing my password', () => {
  it('asks for the current one, and ends my other sessions', async () => {
    const mine = await signedIn();
    const other = await signedIn();
    const next = 'a better password';
    const refused = await mine.call('PUT', '/password', { current: 'wrong', next });
    expect(refusalOf(refused)).toMatchObject({ status: 401, error: 'wrong-credentials' });
    expect((await mine.call('PUT', '/password', { current: password, next: 'short' })).status).toBe(422);
    expect((await other.call('GET', '/session')).status).toBe(200);
    expect((await mine.call('PUT', '/password', { current: password, next })).status).toBe(204);
    expect((await other.call('GET', '/session')).status).toBe(401);
    expect((await mine.call('GET', '/session')).status).toBe(200);
    expect((await browser().signIn(place.email)).status).toBe(401);
    expect((await browser().signIn(place.email, next)).status).toBe(200);
  });
});
