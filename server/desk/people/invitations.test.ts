import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids/index.ts';
import { useDesk } from '../../testing/desk.ts';
import {
  type Browser,
  linksTo,
  makeAgent,
  makePlace,
  type Place,
  password,
  refusalOf,
  useApp,
} from './browser.story.ts';

const desk = useDesk();
const { browser } = useApp(desk);
let place: Place;
let admin: Browser;
beforeEach(async () => {
  place = await makePlace(desk);
  admin = browser();
  await admin.signIn(place.email);
});

const newEmail = () => `${newId()}@people.example`;
const invite = (email: string, role = 'agent') =>
  admin.call('POST', `/w/${place.slug}/invitations`, { email, role });
const openOnes = async () => (await admin.call('GET', `/w/${place.slug}/invitations`)).body.invitations;

async function tokenFor(email: string): Promise<string> {
  expect((await invite(email)).status).toBe(200);
  return (await linksTo(desk, place, 'invitation', email)).at(-1)!.token;
}
const read = (token: string, workspace = place.slug) =>
  browser().call('POST', '/invitations/read', { workspace, token });
const accept = (token: string, secret = 'a new password here', from = browser()) =>
  from.call('POST', '/invitations/accept', {
    workspace: place.slug,
    token,
    name: 'Bob',
    password: secret,
  });

describe('LUM-35 an invited person', () => {
  it('gets a mail whose link makes them an agent, who can sign in from then on', async () => {
    const email = newEmail();
    expect((await invite(email.toUpperCase(), 'administrator')).body).toMatchObject({
      email,
      role: 'administrator',
      isExpired: false,
    });
    const [mail] = await linksTo(desk, place, 'invitation', email);
    expect(mail!.link.pathname).toBe('/invitation');
    expect(mail!.link.searchParams.get('workspace')).toBe(place.slug);
    expect(mail!.content).toMatchObject({ inviterName: 'Ada', role: 'administrator', language: 'fr' });
    expect((await read(mail!.token)).body).toMatchObject({ email, isKnown: false, brandColour: '#225577' });

    const short = await accept(mail!.token, 'too short');
    expect(refusalOf(short)).toMatchObject({ status: 422, facts: { fields: { password: 'too_small' } } });
    const mine = browser();
    const { body } = await accept(mail!.token, 'a new password here', mine);
    expect(body.workspaces).toMatchObject([{ slug: place.slug, role: 'administrator' }]);
    expect((await mine.call('GET', `/w/${place.slug}/invitations`)).body).toEqual({ invitations: [] });
    expect((await browser().signIn(email, 'a new password here')).status).toBe(200);
  });

  it('who has a password here proves it, and is then an agent of both workspaces', async () => {
    const elsewhere = await makePlace(desk);
    const token = await tokenFor(elsewhere.email);
    expect((await read(token)).body.isKnown).toBe(true);
    const refused = await accept(token, 'a new password here');
    expect(refusalOf(refused)).toMatchObject({ status: 401, error: 'wrong-credentials' });
    const mine = browser();
    const { body } = await accept(token, password, mine);
    expect(
      body.workspaces.map((each: { slug: string; role: string }) => [each.slug, each.role]).sort(),
    ).toEqual(
      [
        [place.slug, 'agent'],
        [elsewhere.slug, 'administrator'],
      ].sort(),
    );
    expect((await mine.call('GET', `/w/${elsewhere.slug}/invitations`)).status).toBe(200);
    expect((await mine.call('GET', `/w/${place.slug}/invitations`)).status).toBe(403);
    expect((await mine.call('GET', `/w/${place.slug}/contacts`)).status).toBe(200);
  });

  it('S28 guessing a known person’s password by an invitation is counted like signing in', async () => {
    const elsewhere = await makePlace(desk);
    const token = await tokenFor(elsewhere.email);
    for (let i = 0; i < 10; i++) expect((await accept(token, `guess ${i}`)).status).toBe(401);
    expect((await accept(token, password)).status).toBe(429);
    expect((await browser().signIn(elsewhere.email)).status).toBe(429);
  });
});

describe('LUM-35 an invitation', () => {
  it('S21 is accepted once, also when it is used twice at the same moment', async () => {
    const token = await tokenFor(newEmail());
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 422, 422]);
    expect(refusalOf(await accept(token))).toEqual({ status: 422, error: 'link-expired', facts: {} });
    expect((await read(token)).status).toBe(422);
  });

  it('replaces the earlier one to the same address', async () => {
    const email = newEmail();
    const first = await tokenFor(email);
    const second = await tokenFor(email);
    expect(await openOnes()).toHaveLength(1);
    expect((await accept(first)).status).toBe(422);
    expect((await accept(second)).status).toBe(200);
    expect(await openOnes()).toEqual([]);
  });

  it('ends after seven days and by being withdrawn; S17 all dead links look the same', async () => {
    const lateEmail = newEmail();
    const late = await tokenFor(lateEmail);
    await place.run(ctx =>
      ctx.tx
        .updateTable('invitations')
        .set({ expires_at: ctx.now })
        .where('workspace_id', '=', place.id)
        .where('email', '=', lateEmail)
        .execute(),
    );
    expect(await openOnes()).toMatchObject([{ email: lateEmail, isExpired: true }]);
    const withdrawnEmail = newEmail();
    const withdrawn = await tokenFor(withdrawnEmail);
    const { id, expiresAt } = (await openOnes()).find(
      (each: { email: string }) => each.email === withdrawnEmail,
    );
    const days = (new Date(expiresAt).getTime() - Date.now()) / (24 * 3600_000);
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7.001);
    expect((await admin.call('DELETE', `/w/${place.slug}/invitations/${id}`)).status).toBe(204);
    const dead = [
      await read(late),
      await read(withdrawn),
      await read('x'.repeat(43)),
      await read(late, 'no-such-desk'),
    ];
    expect(new Set(dead.map(answer => JSON.stringify(refusalOf(answer)))).size).toBe(1);
    expect(dead[0]!.status).toBe(422);
  });

  it('S17 of another workspace cannot be told from one that does not exist', async () => {
    const other = await makePlace(desk);
    await tokenFor(newEmail());
    const [mine] = await openOnes();
    const theirs = browser();
    await theirs.signIn(other.email);
    const foreign = await theirs.call('DELETE', `/w/${other.slug}/invitations/${mine.id}`);
    const absent = await theirs.call('DELETE', `/w/${other.slug}/invitations/${newId()}`);
    expect(refusalOf(foreign)).toEqual(refusalOf(absent));
    expect(foreign.status).toBe(404);
    expect(await openOnes()).toHaveLength(1);
  });

  it('is refused for who is an agent already, and to agents who are no administrators', async () => {
    const agent = await makeAgent(desk, place);
    expect(refusalOf(await invite(agent.email))).toMatchObject({ status: 409, error: 'already-agent' });
    const theirs = browser();
    await theirs.signIn(agent.email);
    const answer = await theirs.call('POST', `/w/${place.slug}/invitations`, {
      email: newEmail(),
      role: 'administrator',
    });
    expect(refusalOf(answer)).toMatchObject({ status: 403, error: 'forbidden' });
  });

  it('S29 keeps its link out of the database', async () => {
    const token = await tokenFor(newEmail());
    const rows = await place.run(async ctx => [
      await ctx.tx.selectFrom('deliveries').selectAll().where('workspace_id', '=', place.id).execute(),
      await ctx.tx.selectFrom('invitations').selectAll().where('workspace_id', '=', place.id).execute(),
    ]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
