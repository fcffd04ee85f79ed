import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { addFolder } from '../workspaces/index.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
let ours: string;
let theirs: string;
let base: string;

beforeAll(async () => {
  world = await makeWorld(desk);
  const { velo } = world;
  base = `/api/w/${velo.slug}`;
  lea = await openBrowser(desk, 'lea@velo.example');
  karim = await openBrowser(desk, 'karim@velo.example');
  const folder = await velo.run(world.lea, ctx => addFolder(ctx, 'Atelier'));
  ours = (await openByMail(velo, { folderId: folder.id })).ticketId;
  theirs = (await openByMail(velo, { sender: { name: 'Paul', email: 'paul@client.example' } })).ticketId;
  const limited = await lea.send('PATCH', `${base}/agents/${world.karim}`, { folderIds: [folder.id] });
  expect(limited.status).toBe(200);
});

describe('an agent who is limited to folders', () => {
  it('LUM-36 S17 sees the tickets of these folders; others are as if they did not exist', async () => {
    const list = await karim.send('GET', `${base}/tickets?view=all`);
    expect(list.body.tickets.map((ticket: { id: string }) => ticket.id)).toEqual([ours]);
    expect((await karim.send('GET', `${base}/tickets/${ours}`)).status).toBe(200);
    const absent = await karim.send('GET', `${base}/tickets/01234567-89ab-7def-8123-456789abcdef`);
    const hidden = await karim.send('GET', `${base}/tickets/${theirs}`);
    expect([hidden.status, hidden.body]).toEqual([404, absent.body]);
    expect((await karim.send('GET', `${base}/tickets/${theirs}/messages`)).status).toBe(404);
    expect((await karim.send('GET', `${base}/tickets/${theirs}/history`)).status).toBe(404);
  });

  it('LUM-36 cannot change what lies elsewhere, nor file anything there', async () => {
    const note = await karim.send('POST', `${base}/tickets/${theirs}/notes`, { html: '<p>x</p>' });
    expect(note.status).toBe(404);
    expect((await karim.send('PUT', `${base}/tickets/${theirs}/status`, { status: 'resolved' })).status).toBe(
      404,
    );
    const all = (await lea.send('GET', `${base}/desk`)).body.folders;
    const general = all.find((folder: { isDefault: boolean }) => folder.isDefault);
    const filed = await karim.send('PATCH', `${base}/tickets/${ours}/filing`, { folderId: general.id });
    expect(filed.status).toBe(404);
    expect((await karim.send('GET', `${base}/desk`)).body.folders).toHaveLength(1);
  });

  it('LUM-36 counts only what they may see', async () => {
    expect((await karim.send('GET', `${base}/tickets/counts`)).body.views.unanswered).toBe(1);
    expect((await lea.send('GET', `${base}/tickets/counts`)).body.views.unanswered).toBe(2);
  });

  it('LUM-36 still sees what was assigned to them before they were limited', async () => {
    const limit = (folderIds: string[] | null) =>
      lea.send('PATCH', `${base}/agents/${world.karim}`, { folderIds });
    const [{ id: folderId }] = (await karim.send('GET', `${base}/desk`)).body.folders;
    await limit(null);
    await lea.send('PUT', `${base}/tickets/${theirs}/assignee`, { agentId: world.karim });
    await limit([folderId]);
    expect((await karim.send('GET', `${base}/tickets/${theirs}`)).status).toBe(200);
    // Who gives away what they may not see otherwise is told what became of it.
    const left = await karim.send('PUT', `${base}/tickets/${theirs}/assignee`, { agentId: null });
    expect([left.status, left.body.assigneeId]).toEqual([200, null]);
    expect((await karim.send('GET', `${base}/tickets/${theirs}`)).status).toBe(404);
  });
});
