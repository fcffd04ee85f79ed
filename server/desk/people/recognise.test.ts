import { beforeEach, describe, expect, it } from 'vitest';
import { useDesk } from '../../testing/desk.ts';
import { makePlace, type Place } from './browser.story.ts';
import { addressesOf, contactById } from './contacts.ts';
import { recogniseContact, type Stranger } from './recognise.ts';

const desk = useDesk();
let place: Place;
beforeEach(async () => {
  place = await makePlace(desk);
});

const comes = (stranger: Partial<Stranger>, at = place) =>
  at.run(ctx => recogniseContact(ctx, { name: '', language: 'fr', ...stranger }));

const countContacts = async () => (await rowsOf('contacts')).length;
const rowsOf = (table: 'contacts' | 'organisations') =>
  place.run(ctx => ctx.tx.selectFrom(table).select('id').where('workspace_id', '=', place.id).execute());

describe('LIV-07 a contact', () => {
  it('is known by e-mail or by phone, however they are written', async () => {
    const first = await comes({ email: 'Lea@canal.example', phone: '06 12 34 56 78', name: 'Léa' });
    expect(first).toMatchObject({ name: 'Léa', isNew: true });
    for (const stranger of [
      { email: 'lea@CANAL.example' },
      { phone: '+33 6 12 34 56 78' },
      { email: 'lea@canal.example', phone: '06.12.34.56.78' },
    ])
      expect(await comes(stranger)).toEqual({ ...first, isNew: false });
    expect(await countContacts()).toBe(1);
  });

  it('without a name gets a visitor id; a name learnt later fills the gap and is never overwritten', async () => {
    const nameless = await comes({ phone: '06 00 00 00 01' });
    expect(nameless).toMatchObject({ name: '', isNew: true });
    expect(nameless.visitorId).toMatch(/^V-\w{6}$/);
    expect(await comes({ phone: '06 00 00 00 01', name: '  Léa \n Roux ' })).toMatchObject({
      id: nameless.id,
      name: 'Léa Roux',
      visitorId: nameless.visitorId,
    });
    expect((await comes({ phone: '06 00 00 00 01', name: 'Mallory' })).name).toBe('Léa Roux');
    expect(await place.run(ctx => contactById(ctx, nameless.id))).toMatchObject({ name: 'Léa Roux' });
  });

  it('who is unknown and gives no address is somebody new each time', async () => {
    const [one, two] = [await comes({}), await comes({})];
    expect(one.id).not.toBe(two.id);
    expect(one.visitorId).not.toBe(two.visitorId);
  });

  it('S2 takes a second e-mail or phone from nobody: only a kind that was missing is added', async () => {
    const lea = await comes({ email: 'lea@canal.example', name: 'Léa' });
    await comes({ email: 'lea@canal.example', phone: '06 00 00 00 02' });
    await comes({ email: 'lea@canal.example', phone: '06 00 00 00 03' });
    await comes({ email: 'mallory@evil.example', phone: '06 00 00 00 02' });
    expect(await place.run(ctx => addressesOf(ctx, lea.id))).toEqual([
      { kind: 'email', value: 'lea@canal.example' },
      { kind: 'phone', value: '+33600000002' },
    ]);
    expect((await comes({ email: 'mallory@evil.example' })).id).not.toBe(lea.id);
  });

  it('by e-mail goes before one by phone, whose number stays theirs', async () => {
    const lea = await comes({ email: 'lea@canal.example' });
    const max = await comes({ phone: '06 00 00 00 04' });
    expect((await comes({ email: 'lea@canal.example', phone: '06 00 00 00 04' })).id).toBe(lea.id);
    expect((await comes({ phone: '06 00 00 00 04' })).id).toBe(max.id);
  });

  it('whose first mails come at the same moment is one contact of one organisation', async () => {
    for (let round = 0; round < 5; round++) {
      const email = `new-${round}@race-${round}.example`;
      const before = await countContacts();
      const found = await Promise.all(
        Array.from({ length: 6 }, (_, i) => comes({ email, name: i % 2 ? 'Léa' : '' })),
      );
      expect(new Set(found.map(contact => contact.id)).size).toBe(1);
      expect(found.filter(contact => contact.isNew)).toHaveLength(1);
      expect(await countContacts()).toBe(before + 1);
      expect(await rowsOf('organisations')).toHaveLength(round + 1);
      expect((await comes({ email })).name).toBe('Léa');
    }
  });

  it('S16 of one workspace is unknown in another', async () => {
    const other = await makePlace(desk);
    const here = await comes({ email: 'lea@canal.example', name: 'Léa' });
    const there = await comes({ email: 'lea@canal.example' }, other);
    expect(there).toMatchObject({ isNew: true, name: '' });
    expect(there.id).not.toBe(here.id);
    expect(there.organisationId).not.toBe(here.organisationId);
    await expect(other.run(ctx => contactById(ctx, here.id))).rejects.toMatchObject({ code: 'not-found' });
    expect(await other.run(ctx => addressesOf(ctx, here.id))).toEqual([]);
  });
});

describe('an organisation', () => {
  it('is made from the mail domain of a company and shared by its people', async () => {
    const lea = await comes({ email: 'lea@canal.example' });
    const max = await comes({ email: 'max@canal.example' });
    expect(lea.organisationId).not.toBeNull();
    expect(max.organisationId).toBe(lea.organisationId);
    expect((await place.run(ctx => contactById(ctx, lea.id))).organisation).toEqual({
      id: lea.organisationId,
      name: 'canal.example',
    });
  });

  it('is never made from a provider that is open to everybody', async () => {
    for (const email of ['lea@gmail.com', 'lea@orange.fr', 'lea@hotmail.co.uk'])
      expect((await comes({ email })).organisationId).toBeNull();
    expect(await rowsOf('organisations')).toEqual([]);
  });
});
