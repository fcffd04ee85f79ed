import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { type Browser, makePlace, type Place, refusalOf, useApp } from './browser.story.ts';
import { recogniseContact } from './recognise.ts';

const desk = useDesk();
const { browser } = useApp(desk);
let place: Place;
let mine: Browser;
beforeEach(async () => {
  place = await makePlace(desk);
  mine = browser();
  await mine.signIn(place.email);
});

const add = (name: string, email: string | null, phone: string | null = null, at = place) =>
  at.run(ctx => recogniseContact(ctx, { name, email, phone, language: 'fr' }));
const find = async (q: string) => {
  const { body } = await mine.call('GET', `/w/${place.slug}/contacts?q=${encodeURIComponent(q)}`);
  return body.contacts.map((contact: { name: string }) => contact.name);
};
const url = (id: string) => `/w/${place.slug}/contacts/${id}`;

describe('finding contacts', () => {
  it.each([
    ['hél', ['Hélène Roux']],
    ['helene', ['Hélène Roux']],
    ['roux', ['Roux Pierre', 'Hélène Roux', 'Zoé']],
    ['Helenne Rou', ['Hélène Roux']],
    ['zoe@', ['Zoé']],
    ['06 12 34', ['Hélène Roux']],
    ['+33612', ['Hélène Roux']],
    ['%', []],
    ['_', []],
    ['\\', []],
    ['nobody at all', []],
  ])('%j', async (q, names) => {
    await add('Hélène Roux', 'hr@canal.example', '06 12 34 56 78');
    await add('Roux Pierre', 'pierre@gmail.com');
    await add('Zoé', 'zoe@roux.example');
    await add('Max', 'max@atelier.example');
    expect(await find(q)).toEqual(names);
  });

  it('gives twenty at most, the newest first when nothing is asked for', async () => {
    for (let i = 0; i < 22; i++) await add(`Client ${i}`, `client${i}@gmail.com`);
    expect(await find('')).toHaveLength(20);
    expect((await find(''))[0]).toBe('Client 21');
    expect(await find('client')).toHaveLength(20);
  });

  it('finds a nameless one by visitor id', async () => {
    const { visitorId, id } = await add('', null, '06 00 00 00 09');
    const { body } = await mine.call('GET', `/w/${place.slug}/contacts?q=${visitorId.toLowerCase()}`);
    expect(body.contacts).toMatchObject([{ id, name: '', visitorId, phones: ['+33600000009'] }]);
  });

  it('S16 S18 stays within the workspace', async () => {
    const other = await makePlace(desk);
    await add('Hélène Roux', 'hr@canal.example', null, other);
    for (const q of ['', 'roux', 'hr@']) expect(await find(q)).toEqual([]);
  });
});

describe('correcting a contact', () => {
  it('changes name, place, language and phones', async () => {
    const { id } = await add('Lea', 'lea@canal.example', '06 00 00 00 01');
    const { body } = await mine.call('PATCH', url(id), {
      name: 'Léa Roux',
      location: 'Lyon',
      language: 'en',
      phones: ['+33 6 00 00 00 02', '+33600000002', '+44 20 7946 0958'],
    });
    expect(body).toMatchObject({
      name: 'Léa Roux',
      location: 'Lyon',
      language: 'en',
      emails: ['lea@canal.example'],
      phones: ['+33600000002', '+442079460958'],
      organisation: { name: 'canal.example' },
    });
    expect((await mine.call('GET', url(id))).body).toEqual(body);
    expect((await mine.call('PATCH', url(id), { phones: [] })).body.phones).toEqual([]);
  });

  it('refuses what is no phone number, and one of another contact', async () => {
    const { id } = await add('Léa', 'lea@canal.example');
    await add('Max', null, '06 00 00 00 05');
    const wrong = await mine.call('PATCH', url(id), { phones: ['call me'] });
    expect(refusalOf(wrong)).toMatchObject({
      status: 422,
      facts: { fields: { 'phones.0': 'invalid_format' } },
    });
    const taken = await mine.call('PATCH', url(id), { name: 'Changed', phones: ['+33600000005'] });
    expect(refusalOf(taken)).toMatchObject({ status: 409, error: 'phone-taken' });
    expect((await mine.call('GET', url(id))).body).toMatchObject({ name: 'Léa', phones: [] });
  });

  it('S16 S17 of another workspace cannot be told from one that does not exist', async () => {
    const other = await makePlace(desk);
    const { id } = await add('Léa', 'lea@canal.example', null, other);
    for (const method of ['GET', 'PATCH'] as const) {
      const foreign = await mine.call(method, url(id), method === 'PATCH' ? { name: 'Eve' } : undefined);
      const absent = await mine.call(method, url(newId()), method === 'PATCH' ? { name: 'Eve' } : undefined);
      expect(refusalOf(foreign)).toEqual(refusalOf(absent));
      expect(foreign.status).toBe(404);
    }
  });
});
