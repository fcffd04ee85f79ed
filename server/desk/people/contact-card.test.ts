// The contact's card: own fields, notes, further addresses (LIV-06, LIV-07), and all tickets of a person (LIV-11, LIV-34).
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { addFolder } from '../workspaces/index.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
let base: string;
let anne: string;

beforeAll(async () => {
  world = await makeWorld(desk);
  base = `/api/w/${world.velo.slug}`;
  lea = await openBrowser(desk, 'lea@velo.example');
  karim = await openBrowser(desk, 'karim@velo.example');
  const { ticketId } = await openByMail(world.velo);
  anne = (await lea.send('GET', `${base}/tickets/${ticketId}`)).body.contactId;
});

const field = async (body: object) => (await lea.send('POST', `${base}/contact-fields`, body)).body;
const edit = (body: object, by = karim) => by.send('PATCH', `${base}/contacts/${anne}`, body);

describe('own fields of contacts', () => {
  it('LIV-06 take a text, a number, a day and one of the choices, and refuse the rest by name', async () => {
    const number = await field({ name: 'Nº client', kind: 'text' });
    const bikes = await field({ name: 'Vélos', kind: 'number' });
    const since = await field({ name: 'Contrat depuis', kind: 'date' });
    const plan = await field({ name: 'Formule', kind: 'choice', choices: ['Or', ' Argent ', 'Or'] });
    expect(plan.choices).toEqual(['Or', 'Argent']);
    const values = {
      [number.id]: 'C-1207',
      [bikes.id]: 3,
      [since.id]: '2024-02-29',
      [plan.id]: 'Argent',
    };
    expect((await edit({ fields: values })).body.fields).toEqual(values);
    const wrong = { [bikes.id]: 'trois', [since.id]: '2023-02-29', [plan.id]: 'Bronze' };
    const refused = await edit({ fields: wrong });
    expect([refused.status, Object.keys(refused.body.facts.fields).sort()]).toEqual([
      422,
      Object.keys(wrong)
        .map(id => `fields.${id}`)
        .sort(),
    ]);
    const left = await edit({ fields: { [bikes.id]: null } });
    expect(left.body.fields).not.toHaveProperty(bikes.id);
    expect(left.body.fields).toHaveProperty(plan.id, 'Argent');
  });

  it('LIV-06 stand on every desk, are renamed, and take their values with them when they go', async () => {
    const { id } = await field({ name: 'Parrain', kind: 'text' });
    await edit({ fields: { [id]: 'Paul' } });
    await lea.send('PATCH', `${base}/contact-fields/${id}`, { name: 'Parrainé par' });
    const names = async () =>
      (await karim.send('GET', `${base}/desk`)).body.contactFields.map((one: { name: string }) => one.name);
    expect(await names()).toContain('Parrainé par');
    expect(
      (await lea.send('POST', `${base}/contact-fields`, { name: 'parrainé PAR', kind: 'text' })).status,
    ).toBe(409);
    await lea.send('DELETE', `${base}/contact-fields/${id}`);
    expect(await names()).not.toContain('Parrainé par');
    expect((await karim.send('GET', `${base}/contacts/${anne}`)).body.fields).not.toHaveProperty(id);
  });

  it('LIV-06 a choice needs choices, and only administrators make fields', async () => {
    const none = await lea.send('POST', `${base}/contact-fields`, { name: 'Vide', kind: 'choice' });
    expect(none.body.facts.fields).toEqual({ choices: 'required' });
    const agent = await karim.send('POST', `${base}/contact-fields`, { name: 'X', kind: 'text' });
    expect(agent.status).toBe(403);
  });
});

describe('the card of a contact', () => {
  it('LIV-06 D-06 is corrected while the ticket keeps how the request came in', async () => {
    const { ticketId } = await openByMail(world.velo);
    const changed = await edit({
      name: 'Anne Durand',
      location: 'Lyon',
      phones: ['06 12 34 56 78'],
      notes: 'Cliente fidèle',
    });
    expect(changed.body).toMatchObject({
      name: 'Anne Durand',
      location: 'Lyon',
      phones: ['+33612345678'],
      notes: 'Cliente fidèle',
    });
    const ticket = await karim.send('GET', `${base}/tickets/${ticketId}`);
    expect(ticket.body.requester).toEqual({ name: 'Anne Martin', email: 'anne@client.example' });
  });

  it('LIV-07 is recognised by an address that was added; one of somebody else is refused', async () => {
    const added = await karim.send('POST', `${base}/contacts/${anne}/emails`, { email: 'Anne@Home.example' });
    expect(added.body.emails).toEqual(['anne@client.example', 'anne@home.example']);
    const mail = await openByMail(world.velo, { sender: { name: '', email: 'anne@home.example' } });
    expect((await karim.send('GET', `${base}/tickets/${mail.ticketId}`)).body.contactId).toBe(anne);
    await openByMail(world.velo, { sender: { name: 'Paul', email: 'paul@client.example' } });
    const taken = await karim.send('POST', `${base}/contacts/${anne}/emails`, {
      email: 'paul@client.example',
    });
    expect([taken.status, taken.body.error]).toEqual([409, 'email-taken']);
    const again = await karim.send('POST', `${base}/contacts/${anne}/emails`, { email: 'anne@home.example' });
    expect(again.status).toBe(200);
  });
});

describe('all tickets of a person and of their organisation', () => {
  it('LIV-11 LIV-34 are paged newest first with their number, as far as the reader may see them', async () => {
    const folder = await world.velo.run(world.lea, ctx => addFolder(ctx, 'Atelier'));
    for (let i = 0; i < 5; i++)
      await openByMail(world.velo, {
        sender: { name: 'Zoé', email: 'zoe@grande.example' },
        subject: `Demande ${i}`,
        folderId: i < 2 ? folder.id : null,
        at: new Date(Date.now() - (9 - i) * 60_000),
      });
    const other = await openByMail(world.velo, { sender: { name: 'Yves', email: 'yves@grande.example' } });
    const { contactId, organisationId } = (await lea.send('GET', `${base}/tickets/${other.ticketId}`)).body;
    const found = (await lea.send('GET', `${base}/contacts?q=zoe`)).body.contacts;
    const read = async (by: Browser, path: string) => (await by.send('GET', `${base}${path}`)).body;
    const path = `/contacts/${found[0].id}/tickets?limit=3`;
    const first = await read(lea, path);
    const second = await read(lea, `${path}&after=${first.next}`);
    expect([first.total, second.next]).toEqual([5, null]);
    expect([...first.tickets, ...second.tickets].map((one: { subject: string }) => one.subject)).toEqual(
      [4, 3, 2, 1, 0].map(i => `Demande ${i}`),
    );
    const ofAll = `/organisations/${organisationId}/tickets`;
    expect(await read(lea, ofAll)).toMatchObject({ total: 6 });
    expect(await read(lea, `${ofAll}?withoutContact=${contactId}`)).toMatchObject({ total: 5 });
    await lea.send('PATCH', `${base}/agents/${world.karim}`, { folderIds: [folder.id] });
    expect(await read(karim, path)).toMatchObject({ total: 2 });
    expect(await read(karim, `/contacts/${contactId}/tickets`)).toMatchObject({ total: 0, tickets: [] });
    await lea.send('PATCH', `${base}/agents/${world.karim}`, { folderIds: null });
    expect((await lea.send('GET', `${base}${path}&after=x`)).status).toBe(422);
  });

  it('LIV-34 the list of contacts pages through all of them', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const page = (await karim.send('GET', `${base}/contacts?limit=2${after}`)).body;
      seen.push(...page.contacts.map((one: { id: string }) => one.id));
      if (!page.next) break;
      after = `&after=${page.next}`;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });
});
