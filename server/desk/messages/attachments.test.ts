import { Readable } from 'node:stream';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { addFolder } from '../workspaces/index.ts';
import { addUpload, forgottenUploads } from './files.ts';
import { distinctNames, zipOf } from './zip.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
let base: string;

beforeAll(async () => {
  world = await makeWorld(desk);
  base = `/api/w/${world.velo.slug}`;
  lea = await openBrowser(desk, 'lea@velo.example');
  karim = await openBrowser(desk, 'karim@velo.example');
});

async function stored(name: string, text: string, type = 'text/plain') {
  const { key, size, sha256 } = await desk.storage.put(Readable.from([Buffer.from(text)]), 1000);
  return { name, type, size, sha256, storageKey: key };
}
const upload = async (agent: string, name: string, text = name) => {
  const file = await stored(name, text);
  return (await world.velo.run(agent, ctx => addUpload(ctx, file))).id;
};
const files = async (ticketId: string) =>
  (await karim.send('GET', `${base}/tickets/${ticketId}/files`)).body.files;
const add = (ticketId: string, fileIds: string[], by = karim) =>
  by.send('POST', `${base}/tickets/${ticketId}/files`, { fileIds });

describe('the files of a ticket', () => {
  it('ZOH-18 those of messages and notes are listed by themselves, images within a text are not', async () => {
    const attached = {
      ...(await stored('facture.pdf', 'x', 'application/pdf')),
      contentId: null,
      isInline: false,
    };
    const inline = { ...(await stored('logo.png', 'x', 'image/png')), contentId: 'logo', isInline: true };
    const { ticketId, messageId } = await openByMail(world.velo, { files: [attached, inline] });
    const noted = await upload(world.karim, 'devis.txt');
    await karim.send('POST', `${base}/tickets/${ticketId}/notes`, { html: '<p>x</p>', fileIds: [noted] });
    expect(await files(ticketId)).toMatchObject([
      { name: 'devis.txt', isInNote: true, by: { type: 'agent', id: world.karim } },
      { name: 'facture.pdf', isInNote: false, messageId, by: { type: 'contact', name: 'Anne Martin' } },
    ]);
    expect((await karim.send('GET', `${base}/tickets/${ticketId}`)).body.counts.attachments).toBe(2);
  });

  it('ZOH-17 LIV-04 are added without sending them and removed again by who added them; History tells both', async () => {
    const { ticketId } = await openByMail(world.velo);
    const id = await upload(world.karim, 'contrat.pdf');
    const added = await add(ticketId, [id]);
    expect(added.body).toMatchObject({ hasFiles: true, counts: { attachments: 1 } });
    expect(await files(ticketId)).toMatchObject([
      { name: 'contrat.pdf', messageId: null, by: { type: 'agent', id: world.karim, name: 'Karim' } },
    ]);
    expect((await karim.send('GET', `${base}/tickets/${ticketId}/messages`)).body.messages).toHaveLength(1);
    const history = async () => (await lea.send('GET', `${base}/tickets/${ticketId}/history`)).body.lines[0];
    expect(await history()).toMatchObject({ kind: 'file.added', about: 'contrat.pdf' });

    const stranger = await lea.send('DELETE', `${base}/files/${id}`);
    expect([stranger.status, stranger.body.error]).toEqual([403, 'file-of-another']);
    // A file that stands on a ticket already cannot be sent along unseen.
    const reply = await karim.send('POST', `${base}/tickets/${ticketId}/replies`, {
      html: '<p>x</p>',
      fileIds: [id],
    });
    expect(reply.status).toBe(404);
    expect((await karim.send('DELETE', `${base}/files/${id}`)).status).toBe(204);
    expect(await files(ticketId)).toEqual([]);
    expect(await history()).toMatchObject({ kind: 'file.removed', facts: { fileId: id } });
    expect((await lea.send('GET', `${base}/tickets/${ticketId}`)).body.hasFiles).toBe(false);
    const forgotten = await world.velo.run(null, ctx =>
      forgottenUploads({ ...ctx, now: new Date(Date.now() + 2 * 86_400_000) }),
    );
    expect(forgotten.map(file => file.id)).toContain(id);
  });

  it('S17 what was sent stays, and uploads of others cannot be taken', async () => {
    const file = { ...(await stored('recu.txt', 'x')), contentId: null, isInline: false };
    const { ticketId } = await openByMail(world.velo, { files: [file] });
    const [sent] = await files(ticketId);
    expect((await karim.send('DELETE', `${base}/files/${sent.id}`)).status).toBe(404);
    expect((await add(ticketId, [await upload(world.lea, 'autre.txt')])).status).toBe(404);
  });

  it('LUM-36 who may not see the ticket gets neither list nor zip nor may remove', async () => {
    const there = await world.velo.run(world.lea, ctx => addFolder(ctx, 'Atelier'));
    const { ticketId } = await openByMail(world.velo);
    const id = await upload(world.karim, 'secret.txt');
    await add(ticketId, [id]);
    await lea.send('PATCH', `${base}/agents/${world.karim}`, { folderIds: [there.id] });
    for (const [method, path] of [
      ['GET', `/tickets/${ticketId}/files`],
      ['GET', `/tickets/${ticketId}/files/zip`],
      ['DELETE', `/files/${id}`],
    ] as const)
      expect([path, (await karim.send(method, `${base}${path}`)).status]).toEqual([path, 404]);
    expect((await add(ticketId, [await upload(world.karim, 'b.txt')])).status).toBe(404);
    await lea.send('PATCH', `${base}/agents/${world.karim}`, { folderIds: null });
  });
});

describe('all files in one zip', () => {
  it('S14 hold each file under a name of its own, notes’ files too', async () => {
    const file = { ...(await stored('plan.txt', 'du client')), contentId: null, isInline: false };
    const { ticketId, number } = await openByMail(world.velo, { files: [file] });
    const noted = await upload(world.karim, 'plan.txt', 'de la note');
    await karim.send('POST', `${base}/tickets/${ticketId}/notes`, { html: '<p>x</p>', fileIds: [noted] });
    await add(ticketId, [await upload(world.karim, '../é/plan.txt', 'ajouté')]);
    const raw = await karim.app.inject({
      method: 'GET',
      url: `${base}/tickets/${ticketId}/files/zip`,
      headers: { cookie: await cookieOf(karim) },
    });
    expect(raw.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="ticket-${number}.zip"`,
    });
    // Another library's reader, which knows nothing of how ours writes.
    const inside = Object.entries(unzipSync(raw.rawPayload)).map(([name, bytes]) => [name, strFromU8(bytes)]);
    expect(inside).toEqual([
      ['plan.txt', 'du client'],
      ['plan (2).txt', 'de la note'],
      ['_é_plan.txt', 'ajouté'],
    ]);
  });

  it('say what the limit is when there is too much', () => {
    const file = { name: 'a', type: 'text/plain', size: 300 * 1024 * 1024, storageKey: 'x', at: new Date() };
    expect(() => zipOf([file, file], desk.storage)).toThrow(
      expect.objectContaining({ code: 'zip-too-large', facts: { limit: 500 } }),
    );
  });

  it('break off when a file is missing, rather than leave it out', async () => {
    const gone = { name: 'a', type: 'x/y', size: 3, storageKey: 'f'.repeat(40), at: new Date() };
    const zip = zipOf([gone], desk.storage);
    await expect(zip.toArray()).rejects.toThrow();
  });

  it.each([
    [
      ['a.pdf', 'A.pdf', 'a.pdf'],
      ['a.pdf', 'A (2).pdf', 'a (3).pdf'],
    ],
    [
      ['../../etc/passwd', 'C:\\x\\y.txt'],
      ['_.._etc_passwd', 'C__x_y.txt'],
    ],
    [
      ['..', '', '.profile', 'a\u0000b'],
      ['file', 'file (2)', 'profile', 'a_b'],
    ],
    [
      ['x', 'x (2)', 'x'],
      ['x', 'x (2)', 'x (3)'],
    ],
  ])('S14 names %j become %j', (given, expected) => {
    expect(distinctNames(given)).toEqual(expected);
  });
});

/** The session's cookie: zips are bytes, which the test browser would read as text. */
async function cookieOf(browser: Browser): Promise<string> {
  const payload = { email: 'karim@velo.example', password: 'correct horse battery' };
  const answer = await browser.app.inject({ method: 'POST', url: '/api/session', payload });
  return answer.cookies.map(one => `${one.name}=${one.value}`).join('; ');
}
