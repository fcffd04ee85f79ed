import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { addTeam } from '../people/index.ts';
import { addFolder, addSegment } from '../workspaces/index.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let base: string;
let team: string;
let folder: string;
let segment: string;

beforeAll(async () => {
  world = await makeWorld(desk);
  const { velo } = world;
  base = `/api/w/${velo.slug}`;
  lea = await openBrowser(desk, 'lea@velo.example');
  await velo.run(world.lea, async ctx => {
    team = (await addTeam(ctx, { name: 'Atelier', agentIds: [world.karim] })).id;
    folder = (await addFolder(ctx, 'Garanties')).id;
    segment = (await addSegment(ctx, { name: 'Nord', agentIds: [world.karim, world.lea] })).id;
  });
  const all = (await lea.send('GET', `${base}/desk`)).body.folders;
  const general = all.find((one: { isDefault: boolean }) => one.isDefault).id;
  await lea.send('PATCH', `${base}/agents/${world.karim}`, { folderIds: [general] });
});

const newTicket = async () => (await openByMail(world.velo)).ticketId;
const assign = (id: string, agentId: string | null) =>
  lea.send('PUT', `${base}/tickets/${id}/assignee`, { agentId });
const file = (id: string, body: object) => lea.send('PATCH', `${base}/tickets/${id}/filing`, body);
const last = async (id: string) => (await lea.send('GET', `${base}/tickets/${id}/history`)).body.lines[0];

describe('who can have a ticket', () => {
  it('D-13 only members of its team', async () => {
    const id = await newTicket();
    await file(id, { teamId: team });
    const refused = await assign(id, world.nina);
    expect([refused.status, refused.body]).toEqual([
      422,
      { error: 'agent-unfit-team', facts: { agent: 'Nina' } },
    ]);
    expect((await assign(id, world.karim)).body.assigneeId).toBe(world.karim);
  });

  it('D-13 LUM-36 only those who may see its folder', async () => {
    const id = await newTicket();
    await file(id, { folderId: folder });
    expect((await assign(id, world.karim)).body.error).toBe('agent-unfit-folder');
    expect((await assign(id, world.nina)).status).toBe(200);
  });

  it('QCX-12 only those who are allowed on its current segment; the original one does not matter', async () => {
    const id = await newTicket();
    await file(id, { originalSegmentId: segment });
    expect((await assign(id, world.nina)).status).toBe(200);
    const other = await newTicket();
    await file(other, { segmentId: segment });
    expect((await assign(other, world.nina)).body.error).toBe('agent-unfit-segment');
    expect((await assign(other, world.lea)).status).toBe(200);
  });

  it('D-13 holds for a ticket that is opened by hand too', async () => {
    const body = { requester: { email: 'a@client.example' }, subject: 's', html: '<p>x</p>', teamId: team };
    const refused = await lea.send('POST', `${base}/tickets`, { ...body, assigneeId: world.nina });
    expect(refused.body.error).toBe('agent-unfit-team');
    const opened = await lea.send('POST', `${base}/tickets`, { ...body, assigneeId: world.karim });
    expect(opened.body).toMatchObject({ assigneeId: world.karim, teamId: team });
  });

  it.each([
    ['team', () => ({ teamId: team }), () => world.nina],
    ['folder', () => ({ folderId: folder }), () => world.karim],
    ['segment', () => ({ segmentId: segment }), () => world.nina],
  ])('D-13 LIV-04 who does not fit the new %s loses it in the same event, which says why', async (unassigned, filing, agent) => {
    const id = await newTicket();
    await assign(id, agent());
    expect((await file(id, { ...filing(), priority: 'high' })).body.assigneeId).toBeNull();
    const line = await last(id);
    expect(line).toMatchObject({ kind: 'ticket.filed', facts: { unassigned } });
    expect(line.changes).toMatchObject({ assigneeId: [agent(), null], priority: ['medium', 'high'] });
  });

  it('D-13 a change that says nothing about who fits leaves the assignee', async () => {
    const id = await newTicket();
    await assign(id, world.karim);
    expect((await file(id, { teamId: team, priority: 'low' })).body.assigneeId).toBe(world.karim);
  });

  it('D-08 taking over a new ticket leaves it new', async () => {
    const id = await newTicket();
    expect((await assign(id, world.lea)).body).toMatchObject({ assigneeId: world.lea, status: 'new' });
  });
});
