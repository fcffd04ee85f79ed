import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, type World } from '../../testing/world.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
let bob: Browser;
beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  karim = await openBrowser(desk, 'karim@velo.example');
  bob = await openBrowser(desk, 'bob@acme.example');
});
afterAll(async () => {
  for (const browser of [lea, karim, bob]) await browser?.close();
});

const path = (id = '') => `/api/w/${world.velo.slug}/canned-replies${id && `/${id}`}`;
const reply = (change: object = {}) => ({
  name: 'Retour sous garantie',
  shortcut: '',
  folder: 'Retours / Garantie/',
  language: 'fr',
  html: '<p>Bonjour {{customer.first_name|Madame, Monsieur}},</p>',
  isShared: false,
  ...change,
});
const add = async (browser: Browser, change?: object) =>
  (await browser.send('POST', path(), reply(change))).body;
const idsOf = async (browser: Browser) =>
  (await browser.send('GET', path())).body.replies.map((one: { id: string }) => one.id);

describe('canned replies', () => {
  it('LIV-19 are kept with folder, language and variables', async () => {
    const kept = await add(lea);
    expect(kept).toMatchObject({
      name: 'Retour sous garantie',
      folder: 'Retours/Garantie',
      language: 'fr',
      html: '<p>Bonjour {{customer.first_name|Madame, Monsieur}},</p>',
      isShared: false,
      isMine: true,
      useCount: 0,
    });
    expect((await lea.send('GET', path())).body.replies).toContainEqual(kept);
  });

  it('LIV-19 S19 an agent’s own ones are there for nobody else, in no way', async () => {
    const { id } = await add(karim);
    expect(await idsOf(karim)).toContain(id);
    expect(await idsOf(lea)).not.toContain(id);
    for (const [method, at, body] of [
      ['PUT', path(id), reply()],
      ['DELETE', path(id), undefined],
      ['POST', `${path(id)}/uses`, undefined],
    ] as const)
      expect([method, (await lea.send(method, at, body)).status]).toEqual([method, 404]);
    expect(await idsOf(karim)).toContain(id);
  });

  it('CHP-11 shared ones are everybody’s to use and to mend, yet only their author takes them back', async () => {
    const { id } = await add(karim, { isShared: true });
    const seen = (await lea.send('GET', path())).body.replies.find((one: { id: string }) => one.id === id);
    expect(seen).toMatchObject({ isShared: true, isMine: false });
    const mended = await lea.send('PUT', path(id), reply({ isShared: true, name: 'Retour' }));
    expect(mended.body).toMatchObject({ name: 'Retour', isShared: true });
    const taken = await lea.send('PUT', path(id), reply({ isShared: false }));
    expect([taken.status, taken.body.error]).toEqual([403, 'canned-not-yours']);
    expect((await karim.send('PUT', path(id), reply({ isShared: false }))).status).toBe(200);
    expect(await idsOf(lea)).not.toContain(id);
  });

  it('LIV-19 uses are counted, by whomever', async () => {
    const { id } = await add(lea, { isShared: true });
    await karim.send('POST', `${path(id)}/uses`);
    await lea.send('POST', `${path(id)}/uses`);
    const [found] = (await lea.send('GET', path())).body.replies.filter(
      (one: { id: string }) => one.id === id,
    );
    expect(found.useCount).toBe(2);
  });

  it('LIV-19 a shortcut leads to one shared reply, and to one of each agent’s own', async () => {
    await add(lea, { shortcut: 'Merci', isShared: true });
    const again = await karim.send('POST', path(), reply({ shortcut: 'merci', isShared: true }));
    expect([again.status, again.body.error]).toEqual([409, 'shortcut-taken']);
    expect((await karim.send('POST', path(), reply({ shortcut: 'merci' }))).status).toBe(200);
    expect((await lea.send('POST', path(), reply({ shortcut: 'deux mots' }))).status).toBe(422);
  });

  it.each([
    ['a variable that does not exist', '<p>{{customer.age}}</p>', 'unknown-variables'],
    ['braces that do not close', '<p>{{customer.name</p>', 'unknown-variables'],
    ['no words', '<p> </p><script>x()</script>', 'empty-message'],
  ])('LIV-19 %s is refused', async (_what, html, code) => {
    const refused = await lea.send('POST', path(), reply({ html }));
    expect([refused.status, refused.body.facts.fields.html]).toEqual([422, code]);
  });

  it('S12 what could act is taken out, images too', async () => {
    const html = '<p onclick="x()">a<img src="https://spy.example/a.png"><script>x()</script></p>';
    expect((await add(lea, { html })).html).toBe('<p>a</p>');
  });

  it('S16 another company sees and touches none of them', async () => {
    const { id } = await add(lea, { isShared: true });
    const theirs = path(id).replace(world.velo.slug, world.acme.slug);
    expect((await bob.send('GET', path().replace(world.velo.slug, world.acme.slug))).body.replies).toEqual(
      [],
    );
    expect((await bob.send('DELETE', theirs)).status).toBe(404);
    expect(await idsOf(lea)).toContain(id);
  });
});
