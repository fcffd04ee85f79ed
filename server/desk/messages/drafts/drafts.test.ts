import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileLink } from '../../../platform/files/index.ts';
import { type Browser, openBrowser } from '../../../testing/browser.ts';
import { useDesk } from '../../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../../testing/world.ts';
import { addFolder } from '../../workspaces/index.ts';
import { addUpload, forgottenUploads } from '../files.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
let ticket: string;
let base: string;

beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  karim = await openBrowser(desk, 'karim@velo.example');
  base = `/api/w/${world.velo.slug}`;
});
afterAll(async () => {
  await lea?.close();
  await karim?.close();
});
beforeEach(async () => {
  ticket = (await openByMail(world.velo)).ticketId;
});

const place = () => `${base}/tickets/${ticket}/drafts`;
const save = (who: Browser, html: string, at = 0, more: object = {}) => {
  const { content = {}, ...rest } = more as { content?: object };
  const body = { mode: 'reply', content: { html, ...content }, base: at, tab: 'one', ...rest };
  return who.send('PUT', place(), body);
};
const drafts = async (who: Browser) => (await who.send('GET', place())).body;
const assign = (agentId: string) => lea.send('PUT', `${base}/tickets/${ticket}/assignee`, { agentId });

/** Makes all that the drafts of a ticket were saved at lie further back. */
async function age(minutes: number) {
  await world.velo.run(null, async ctx => {
    const before = new Date(ctx.now.getTime() - minutes * 60_000);
    await ctx.tx
      .updateTable('drafts')
      .set({ created_at: before, saved_at: before })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('ticket_id', '=', ticket)
      .execute();
    await ctx.tx
      .updateTable('draft_versions')
      .set({ at: before })
      .where('workspace_id', '=', ctx.workspaceId)
      .execute();
  });
}

async function upload(agentId: string, bytes = 'bytes') {
  const stored = await desk.storage.put(Readable.from([Buffer.from(bytes)]), 1000);
  const file = { name: 'a.txt', type: 'image/png', size: stored.size, sha256: stored.sha256 };
  return world.velo.run(agentId, async ctx => {
    const { id } = await addUpload(ctx, { ...file, storageKey: stored.key });
    return { id, src: fileLink(desk.secrets, ctx.workspaceId, id, ctx.now) };
  });
}

describe('a draft', () => {
  it('is saved with a version, one for each ticket and mode, and read back by its author alone', async () => {
    const first = await save(lea, '<p>Bonjour</p>');
    expect(first.body).toMatchObject({ version: 1, mode: 'reply', content: { html: '<p>Bonjour</p>' } });
    const second = await save(lea, '<p>Bonjour Anne</p>', 1);
    expect(second.body).toMatchObject({ id: first.body.id, version: 2 });
    await save(lea, '<p>Une note</p>', 0, { mode: 'note' });
    const { mine, others } = await drafts(lea);
    expect(mine.map((one: { content: { html: string } }) => one.content.html).sort()).toEqual([
      '<p>Bonjour Anne</p>',
      '<p>Une note</p>',
    ]);
    expect(others).toEqual([]);
    const seen = await drafts(karim);
    expect(seen.mine).toEqual([]);
    expect(seen.others).toHaveLength(2);
    expect(JSON.stringify(seen.others)).not.toMatch(/Bonjour|note</);
  });

  it('holds what another room adds: recipients, a subject, a key; and nothing unknown or harmful', async () => {
    const key = randomUUID();
    const content = { key, cc: ['anne@client.example'], subject: 'Re', unknown: 1 };
    const { body } = await save(lea, '<p>x</p><script>alert(1)</script>', 0, { content });
    expect(body.content).toEqual({
      html: '<p>x</p>',
      fileIds: [],
      key,
      cc: ['anne@client.example'],
      subject: 'Re',
    });
    expect((await save(lea, '<p>x</p>', 1, { content: { cc: 'all' } })).status).toBe(422);
  });

  it('tells a second tab that the first has saved since, and lets each tab go on from its own words', async () => {
    await save(lea, '<p>eins</p>');
    // The answer to this one was lost: the tab does not know version 2.
    await save(lea, '<p>zwei</p>', 1);
    expect((await save(lea, '<p>drei</p>', 1)).body.version).toBe(3);
    const refused = await save(lea, '<p>ailleurs</p>', 1, { tab: 'two' });
    expect([refused.status, refused.body]).toEqual([409, { error: 'draft-changed', facts: { version: 3 } }]);
    const kept = await save(lea, '<p>ailleurs</p>', 3, { tab: 'two', keepsEarlier: true });
    expect(kept.body.version).toBe(4);
    const versions = await lea.send('GET', `${base}/drafts/${kept.body.id}/versions`);
    expect(versions.body.versions).toMatchObject([{ version: 3, preview: 'drei' }]);
  });

  it('two tabs that begin at the same moment make one draft, and one is told', async () => {
    const both = await Promise.all([
      save(lea, '<p>a</p>', 0, { tab: 'one' }),
      save(lea, '<p>b</p>', 0, { tab: 'two' }),
    ]);
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    expect((await drafts(lea)).mine).toHaveLength(1);
  });

  it('keeps earlier versions, one for each minute of writing and the last twenty, to be read and restored', async () => {
    const { body } = await save(lea, '<p>v1</p>');
    await save(lea, '<p>v2</p>', 1);
    const read = async () => (await lea.send('GET', `${base}/drafts/${body.id}/versions`)).body.versions;
    expect(await read()).toEqual([]);
    for (let version = 2; version <= 25; version++) {
      await age(2);
      await save(lea, `<p>v${version + 1}</p>`, version);
    }
    const versions = await read();
    expect(versions).toHaveLength(20);
    expect(versions[0]).toMatchObject({ version: 25, preview: 'v25' });
    const one = await lea.send('GET', `${base}/drafts/${body.id}/version?version=20`);
    expect(one.body).toMatchObject({ version: 20, content: { html: '<p>v20</p>' } });
    expect((await lea.send('GET', `${base}/drafts/${body.id}/version?version=2`)).status).toBe(404);
    expect((await karim.send('GET', `${base}/drafts/${body.id}/versions`)).status).toBe(404);
  });

  it('is gone with its versions once it is sent, yet not what another tab has written since', async () => {
    await save(lea, '<p>Bonjour</p>');
    await save(lea, '<p>Note</p>', 0, { mode: 'note' });
    await lea.send('POST', `${base}/tickets/${ticket}/notes`, { html: '<p>Note</p>' });
    await lea.send('POST', `${base}/tickets/${ticket}/replies`, { html: '<p>Autre chose</p>' });
    expect((await drafts(lea)).mine).toMatchObject([{ content: { html: '<p>Bonjour</p>' } }]);
    await lea.send('POST', `${base}/tickets/${ticket}/replies`, { html: '<p>Bonjour</p>' });
    expect((await drafts(lea)).mine).toEqual([]);
    const late = await save(lea, '<p>Bonjour</p>', 1);
    expect([late.status, late.body.error]).toEqual([409, 'draft-gone']);
  });

  it('is thrown away by its author, where no other tab has written since', async () => {
    const { id } = (await save(lea, '<p>a</p>')).body;
    await save(lea, '<p>b</p>', 1);
    expect((await karim.send('DELETE', `${base}/drafts/${id}`)).status).toBe(404);
    expect((await lea.send('DELETE', `${base}/drafts/${id}?base=1&tab=two`)).status).toBe(409);
    expect((await lea.send('DELETE', `${base}/drafts/${id}?base=2&tab=two`)).status).toBe(204);
    expect((await drafts(lea)).mine).toEqual([]);
  });

  it('of a new ticket is kept with what its form holds, and gone when the ticket is open', async () => {
    const content = { html: '<p>Bonjour</p>', subject: 'Vélo prêt', fields: { sendsMail: true } };
    await lea.send('PUT', `${base}/drafts/new`, { content, base: 0, tab: 'one' });
    const { mine } = (await lea.send('GET', `${base}/drafts/new`)).body;
    expect(mine).toMatchObject([{ mode: 'new', content }]);
    const list = (await lea.send('GET', `${base}/drafts`)).body.drafts;
    expect(list[0]).toMatchObject({ mode: 'new', subject: 'Vélo prêt', ticket: null, preview: 'Bonjour' });
    const requester = { email: 'anne@client.example' };
    await lea.send('POST', `${base}/tickets`, { requester, subject: 'Vélo prêt', html: '<p>Bonjour</p>' });
    expect((await lea.send('GET', `${base}/drafts/new`)).body.mine).toEqual([]);
  });

  it('LUM-20 keeps its uploads as long as it lives, with images in its text; others are cleared after a day', async () => {
    const [held, image, loose, theirs] = [
      await upload(world.lea),
      await upload(world.lea),
      await upload(world.lea),
      await upload(world.karim),
    ];
    const html = `<p>Voici <img src="${image.src}"><img src="${theirs.src}"></p>`;
    const content = { fileIds: [held.id, theirs.id, randomUUID()] };
    const { body } = await save(lea, html, 0, { content });
    expect(body.hasLostFiles).toBe(true);
    expect(body.content.fileIds).toEqual([held.id]);
    expect(body.content.html).toBe(`<p>Voici <img src="${image.src}" /></p>`);
    expect(body.files).toMatchObject([{ id: held.id, name: 'a.txt' }]);
    const forgotten = () =>
      world.velo.run(null, async ctx => {
        const later = { ...ctx, now: new Date(ctx.now.getTime() + 25 * 3600_000) };
        return (await forgottenUploads(later)).map(file => file.id);
      });
    expect(await forgotten()).toContain(loose.id);
    expect(await forgotten()).not.toContain(held.id);
    expect(await forgotten()).not.toContain(image.id);
    await lea.send('DELETE', `${base}/drafts/${body.id}`);
    expect(await forgotten()).toEqual(expect.arrayContaining([held.id, image.id]));
  });
});

describe('sharing a draft', () => {
  it('a teammate asks, the author gives, the teammate takes a copy with its files; the author’s own stays', async () => {
    const file = await upload(world.lea, 'le devis');
    const { id } = (await save(lea, '<p>Voici le devis</p>', 0, { content: { fileIds: [file.id] } })).body;
    expect((await drafts(karim)).others).toMatchObject([
      { id, agentId: world.lea, mode: 'reply', share: 'none', isLeft: false },
    ]);
    const take = () => karim.send('POST', `${base}/drafts/${id}/take`, { tab: 'k' });
    expect((await take()).body.error).toBe('draft-not-shared');
    expect((await karim.send('POST', `${base}/drafts/${id}/ask`)).status).toBe(204);
    expect((await drafts(lea)).mine[0].askedBy).toEqual([world.karim]);
    expect((await lea.send('GET', `${base}/drafts`)).body.drafts[0].askedBy).toEqual([world.karim]);
    await lea.send('PUT', `${base}/drafts/${id}/shares`, { agentId: world.karim, isShared: false });
    expect((await drafts(karim)).others[0].share).toBe('declined');
    expect((await take()).status).toBe(403);
    await lea.send('PUT', `${base}/drafts/${id}/shares`, { agentId: world.karim, isShared: true });
    const taken = await take();
    expect(taken.body).toMatchObject({ version: 1, content: { html: '<p>Voici le devis</p>' } });
    expect(taken.body.files).toHaveLength(1);
    expect(taken.body.files[0].id).not.toBe(file.id);
    const bytes = await karim.anonymous('GET', taken.body.files[0].url);
    expect(String(bytes.body)).toBe('le devis');
    expect((await drafts(lea)).mine).toHaveLength(1);
    const sent = await karim.send('POST', `${base}/tickets/${ticket}/replies`, {
      html: '<p>Voici le devis</p>',
      fileIds: taken.body.content.fileIds,
    });
    expect(sent.status).toBe(200);
  });

  it('LIV-27 who has the ticket now finds what the one before left, and takes it over; their own words are kept', async () => {
    await assign(world.lea);
    const { id } = (await save(lea, '<p>De Léa</p>')).body;
    await save(karim, '<p>De Karim</p>', 0, { tab: 'k' });
    await assign(world.karim);
    expect((await drafts(karim)).others).toMatchObject([{ id, isLeft: true }]);
    await age(2);
    const taken = await karim.send('POST', `${base}/drafts/${id}/take`, { tab: 'k' });
    expect(taken.body.content.html).toBe('<p>De Léa</p>');
    expect((await drafts(lea)).mine).toEqual([]);
    const versions = await karim.send('GET', `${base}/drafts/${taken.body.id}/versions`);
    expect(versions.body.versions).toMatchObject([{ preview: 'De Karim' }]);
  });

  it('what somebody is writing just now is copied, never taken from under their hands', async () => {
    await assign(world.lea);
    const { id } = (await save(lea, '<p>De Léa</p>')).body;
    await assign(world.karim);
    expect((await karim.send('POST', `${base}/drafts/${id}/take`, { tab: 'k' })).status).toBe(200);
    expect((await drafts(lea)).mine).toHaveLength(1);
  });

  it('S17 S19 a draft on a ticket out of reach is as if it did not exist', async () => {
    const { id } = (await save(lea, '<p>De Léa</p>')).body;
    await lea.send('PUT', `${base}/drafts/${id}/shares`, { agentId: world.nina, isShared: true });
    const folder = await world.velo.run(world.lea, ctx => addFolder(ctx, `Atelier ${id}`));
    await lea.send('PATCH', `${base}/agents/${world.nina}`, { folderIds: [folder.id] });
    const nina = await openBrowser(desk, 'nina@velo.example');
    for (const [method, path, body] of [
      ['GET', place()],
      ['POST', `${base}/drafts/${id}/ask`],
      ['POST', `${base}/drafts/${id}/take`, { tab: 'n' }],
      ['PUT', place(), { mode: 'reply', content: { html: '<p>x</p>' }, base: 0, tab: 'n' }],
    ] as const) {
      const hidden = await nina.send(method, path, body);
      const absent = await nina.send(
        method,
        path.replace(ticket, randomUUID()).replace(id, randomUUID()),
        body,
      );
      expect([method, path, hidden.status, hidden.body]).toEqual([method, path, 404, absent.body]);
    }
    await lea.send('PATCH', `${base}/agents/${world.nina}`, { folderIds: null });
    await nina.close();
  });
});
