import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { agentById, agentsOfDesk, findAgentByEmail, profileOf } from './agents.ts';
import { assignableAgent } from './assignable.ts';
import { type Browser, makeAgent, makePlace, type Place, refusalOf, useApp } from './browser.story.ts';
import { cleanSignature } from './profile.ts';
import { teamById, teamsOfDesk } from './teams.ts';

const desk = useDesk();
const { browser } = useApp(desk);
let place: Place;
let other: Place;
let admin: Browser;
beforeEach(async () => {
  place = await makePlace(desk);
  other = await makePlace(desk);
  admin = browser();
  await admin.signIn(place.email);
});

const edit = (id: string, change: object, from = admin) =>
  from.call('PATCH', `/w/${place.slug}/agents/${id}`, change);

describe('LUM-35 an administrator', () => {
  it('disables an agent, who is out at once, and enables them again', async () => {
    const agent = await makeAgent(desk, place);
    const theirs = browser();
    await theirs.signIn(agent.email);
    expect((await theirs.call('GET', `/w/${place.slug}/contacts`)).status).toBe(200);
    expect((await edit(agent.id, { isDisabled: true })).body).toMatchObject({
      isDisabled: true,
      role: 'agent',
    });
    expect((await theirs.call('GET', `/w/${place.slug}/contacts`)).status).toBe(404);
    expect((await theirs.call('GET', '/session')).body.workspaces).toEqual([]);
    expect((await edit(agent.id, { isDisabled: false })).body.isDisabled).toBe(false);
    expect((await theirs.call('GET', `/w/${place.slug}/contacts`)).status).toBe(200);
  });

  it('S26 changes a role, which acts at once', async () => {
    const agent = await makeAgent(desk, place);
    const theirs = browser();
    await theirs.signIn(agent.email);
    expect((await theirs.call('GET', `/w/${place.slug}/invitations`)).status).toBe(403);
    await edit(agent.id, { role: 'administrator' });
    expect((await theirs.call('GET', `/w/${place.slug}/invitations`)).status).toBe(200);
  });

  it('remains, whoever leaves', async () => {
    for (const change of [{ role: 'agent' }, { isDisabled: true }]) {
      expect(refusalOf(await edit(place.agentId, change))).toMatchObject({
        status: 409,
        error: 'last-administrator',
      });
    }
    const second = await makeAgent(desk, place, 'administrator');
    await edit(second.id, { isDisabled: true });
    expect((await edit(place.agentId, { role: 'agent' })).status).toBe(409);
    await edit(second.id, { isDisabled: false });
    expect((await edit(place.agentId, { role: 'agent' })).status).toBe(200);
  });

  it('remains also when two take the right from each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const a = await makePlace(desk);
      const second = await makeAgent(desk, a, 'administrator');
      const [one, two] = [browser(), browser()];
      await one.signIn(a.email);
      await two.signIn(second.email);
      const url = (id: string) => `/w/${a.slug}/agents/${id}`;
      const answers = await Promise.all([
        one.call('PATCH', url(second.id), { role: 'agent' }),
        two.call('PATCH', url(a.agentId), { isDisabled: true }),
      ]);
      expect(answers.map(answer => answer.status).sort()).not.toEqual([200, 200]);
      const agents = await a.run(agentsOfDesk);
      expect(agents.filter(each => each.role === 'administrator' && !each.isDisabled)).toHaveLength(1);
    }
  });

  it('S16 S17 cannot tell an agent of another workspace from one that does not exist', async () => {
    const foreign = await edit(other.agentId, { isDisabled: true });
    const absent = await edit(newId(), { isDisabled: true });
    expect(refusalOf(foreign)).toEqual(refusalOf(absent));
    expect(foreign.status).toBe(404);
    const outside = await admin.call('GET', `/w/${other.slug}/contacts`);
    const nowhere = await admin.call('GET', '/w/no-such-desk/contacts');
    expect(refusalOf(outside)).toEqual(refusalOf(nowhere));
    expect(outside.status).toBe(404);
  });
});

describe('agents for other rooms', () => {
  const anywhere = { folderId: newId(), teamId: null, segmentId: null };

  it('can be given work only when they are active and here (S17)', async () => {
    const agent = await makeAgent(desk, place);
    await place.run(async ctx => {
      expect(await assignableAgent(ctx, agent.id, anywhere)).toMatchObject({ name: 'Bob', language: 'en' });
      for (const id of [other.agentId, newId()])
        await expect(assignableAgent(ctx, id, anywhere)).rejects.toMatchObject({
          code: 'agent-not-available',
        });
    });
    await edit(agent.id, { isDisabled: true });
    await place.run(async ctx => {
      await expect(assignableAgent(ctx, agent.id, anywhere)).rejects.toMatchObject({
        code: 'agent-not-available',
      });
      expect(await agentById(ctx, agent.id)).toMatchObject({ isDisabled: true });
      await expect(agentById(ctx, other.agentId)).rejects.toMatchObject({ code: 'not-found' });
      expect((await findAgentByEmail(ctx, agent.email.toUpperCase()))?.id).toBe(agent.id);
      expect(await findAgentByEmail(ctx, other.email)).toBeNull();
    });
  });
});

describe('teams', () => {
  const add = (body: object) => admin.call('POST', `/w/${place.slug}/teams`, body);

  it('are added, renamed and filled; a name is given once', async () => {
    const agent = await makeAgent(desk, place);
    const { body: team } = await add({ name: 'Atelier', agentIds: [agent.id, agent.id] });
    expect(team).toEqual({ id: team.id, name: 'Atelier', agentIds: [agent.id] });
    expect(refusalOf(await add({ name: 'ATELIER', agentIds: [] }))).toMatchObject({
      status: 409,
      error: 'name-taken',
    });
    const edited = await admin.call('PATCH', `/w/${place.slug}/teams/${team.id}`, {
      name: 'Service',
      agentIds: [place.agentId],
    });
    expect(edited.body).toEqual({ id: team.id, name: 'Service', agentIds: [place.agentId] });
    expect(await place.run(teamsOfDesk)).toEqual([edited.body]);
    expect(await other.run(teamsOfDesk)).toEqual([]);
    await expect(other.run(ctx => teamById(ctx, team.id))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('S17 take no agent of another workspace, with the same answer as for none', async () => {
    const foreign = await add({ name: 'Un', agentIds: [other.agentId] });
    const absent = await add({ name: 'Deux', agentIds: [newId()] });
    expect(refusalOf(foreign)).toEqual(refusalOf(absent));
    expect(foreign.body.error).toBe('agent-not-available');
    expect(await place.run(teamsOfDesk)).toEqual([]);
  });
});

describe('my profile', () => {
  it('is changed in this workspace only', async () => {
    const answer = await admin.call('PATCH', `/w/${place.slug}/profile`, {
      name: 'Ada L.',
      language: 'en',
      theme: 'dark',
      signatureHtml: '<p>Ada<script>alert(1)</script></p>',
      notifications: { assigned: false, customerReplied: true },
    });
    expect(answer.body).toMatchObject({ name: 'Ada L.', language: 'en', theme: 'dark' });
    expect(answer.body.signatureHtml).toBe('<p>Ada</p>');
    const profile = await place.run(ctx => profileOf(ctx, place.agentId));
    expect(profile).toEqual(answer.body);
    expect(profile.notifications).toEqual({ assigned: false, customerReplied: true });
  });

  it.each([
    ['<b onclick="x()">Ada</b>', '<b>Ada</b>'],
    ['<a href="javascript:x()">a</a>', '<a>a</a>'],
    ['<a href="https://a.example/" target="x">a</a>', '<a href="https://a.example/">a</a>'],
    ['<img src=x onerror=alert(1)><iframe></iframe><style>p{}</style>', ''],
    ['<p style="position:fixed">A</p>', '<p>A</p>'],
  ])('S12 has a clean signature: %s', (given, clean) => {
    expect(cleanSignature(given)).toBe(clean);
  });
});

describe('another workspace', () => {
  const wanted = { name: 'Boutique', language: 'en', brandColour: '#112233' };

  it('is made by operators of the installation only, who then administer it', async () => {
    expect((await admin.call('POST', '/workspaces', wanted)).status).toBe(403);
    await desk.database.outside(tx =>
      tx.updateTable('identities').set({ is_operator: true }).where('email', '=', place.email).execute(),
    );
    const { status, body } = await admin.call('POST', '/workspaces', wanted);
    expect(status).toBe(200);
    expect(body).toEqual({
      slug: 'boutique',
      name: 'Boutique',
      brandColour: '#112233',
      role: 'administrator',
    });
    expect((await admin.call('GET', '/w/boutique/invitations')).status).toBe(200);
    expect((await admin.call('GET', '/session')).body.workspaces).toHaveLength(2);
  });
});
