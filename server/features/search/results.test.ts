import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNote } from '../../desk/messages/index.ts';
import { addTag, assign, file, setTags } from '../../desk/tickets/index.ts';
import { addFolder } from '../../desk/workspaces/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { drain } from '../../testing/drain.ts';
import { pdfOf } from '../../testing/paper.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let bob: Browser;
let number: number;

interface Part {
  text: string;
  isHit: boolean;
}
const marked = (parts: Part[]) => parts.map(part => (part.isHit ? `[${part.text}]` : part.text)).join('');

async function ask(q: string, more: Record<string, string> = {}, browser = lea, slug = world.velo.slug) {
  const query = new URLSearchParams({ q, ...more });
  const answer = await browser.send('GET', `/api/w/${slug}/search?${query}`);
  expect([q, answer.status]).toEqual([q, 200]);
  return answer.body;
}
const numbersOf = (body: { tickets: { number: number }[] }) => body.tickets.map(ticket => ticket.number);

beforeAll(async () => {
  world = await makeWorld(desk);
  const { velo } = world;
  const paper = pdfOf('Bordereau de livraison', 'Référence quenouille');
  const { key, size, sha256 } = await desk.storage.put(Readable.from([paper]), paper.length);
  const stored = { name: 'bordereau.pdf', type: 'application/pdf', size, sha256, storageKey: key };
  const opened = await openByMail(velo, {
    sender: { name: 'Zoé Le Goff', email: 'zoe.legoff@atelier-nord.example' },
    subject: 'Mon dérailleur grince',
    text: 'Bonjour, appelez-moi au 06 39 98 02 44. <b>La roue</b> frotte.',
    files: [{ ...stored, contentId: null, isInline: false }],
    at: new Date('2026-03-10T09:00:00Z'),
  });
  number = opened.number;
  await openByMail(velo, {
    subject: 'Frein avant',
    text: 'Le frein frotte.',
    at: new Date('2026-04-01T09:00:00Z'),
  });
  await velo.run(world.lea, async ctx => {
    await writeNote(ctx, desk.secrets, opened.ticketId, {
      html: '<p>Cliente fidèle, geste possible</p>',
      fileIds: [],
    });
    const tag = await addTag(ctx, { name: 'Retour client', colour: '#aa0000' });
    await setTags(ctx, opened.ticketId, [tag.id]);
    const folder = await addFolder(ctx, 'Réparations');
    await file(ctx, opened.ticketId, { folderId: folder.id });
    await assign(ctx, opened.ticketId, world.karim);
  });
  await drain(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  bob = await openBrowser(desk, 'bob@acme.example');
}, 120_000);
afterAll(async () => {
  await lea?.close();
  await bob?.close();
});

describe('what a search finds', () => {
  it.each([
    ['derailleurs', 'ticket', 'Mon [dérailleur] grince'],
    ['fideles', 'note', 'Cliente [fidèle], geste possible'],
    ['quenouille', 'file', 'bordereau.pdf Bordereau de livraison Référence [quenouille]'],
    ['roue', 'message', 'Bonjour, appelez-moi au 06 39 98 02 44. <b>La [roue]</b> frotte.'],
  ])('“%s” says where it stands: in the %s', async (words, place, excerpt) => {
    const { tickets } = await ask(words);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]).toMatchObject({ number, place });
    expect(marked(place === 'ticket' ? tickets[0].subjectParts : tickets[0].excerpt)).toBe(excerpt);
  });

  it('a file by its name and by its text, with its ticket', async () => {
    const byText = await ask('quenouille', { section: 'files' });
    expect(byText.files[0]).toMatchObject({ name: 'bordereau.pdf', place: 'text', ticket: { number } });
    expect(byText.counts.files).toEqual({ count: 1, isMore: false });
    const byName = await ask('bordereau.pdf', { section: 'files' });
    expect(marked(byName.files[0].nameParts)).toBe('[bordereau].[pdf]');
  });

  it.each([
    '06.39.98.02.44',
    '+33 6 39 98 02 44',
    '0639980244',
  ])('a phone number however it is written: %s', async phone => {
    expect(numbersOf(await ask(phone))).toEqual([number]);
  });

  it('a number at once, before everything that holds it', async () => {
    expect(numbersOf(await ask(`${number}`))[0]).toBe(number);
    expect(numbersOf(await ask(`#${number}`))).toEqual([number]);
    expect((await ask(`#${number}`)).counts.tickets.count).toBe(1);
  });

  it.each([
    ['tag:"retour client"', true],
    ['étiquette:retour', true],
    ['-tag:retour', false],
    ['dans:reparations', true],
    ['agent:karim', true],
    ['assignee:me', false],
    ['agent:personne', false],
    ['statut:nouveau', true],
    ['statut:ferme', false],
    ['avec:fichier', true],
    ['de:zoe', true],
    ['from:"le goff"', true],
    ['de:zoe.legoff@atelier-nord.example', true],
    ['de:atelier-nord.example', true],
    ['de:@atelier-nord.example', true],
    ['de:autre.example', false],
    ['de:Zoé Legof', false],
    ['avant:2027 après:2020-01-01', true],
    ['après:2090', false],
    ['grince -frein', true],
    ['roue -grince', false],
    ['"roue frotte"', true],
    ['statut:nouveau dérailleur tag:retour de:zoe', true],
    ['-frein statut:nouveau', true],
  ])('%s: %s', async (q, isFound) => {
    expect(numbersOf(await ask(q, { exact: 'yes' })).includes(number)).toBe(isFound);
  });

  it('says which operators mean nothing here', async () => {
    const { unknown, counts } = await ask('tag:nulle statut:peint avant:bientôt dérailleur');
    expect(unknown).toEqual([
      { operator: 'tag', value: 'nulle' },
      { operator: 'status', value: 'peint' },
      { operator: 'before', value: 'bientôt' },
    ]);
    expect(counts.tickets.count).toBe(0);
  });

  it('forgives a typing error in a name and in a word, and says what it searched for', async () => {
    expect((await ask('legof zoé')).contacts.map((one: { name: string }) => one.name)).toContain(
      'Zoé Le Goff',
    );
    const word = await ask('déraileur');
    expect(word.corrected).toBe('dérailleur');
    expect(numbersOf(word)).toEqual([number]);
    const exactly = await ask('déraileur', { exact: 'yes' });
    expect([exactly.corrected, exactly.counts.tickets.count]).toEqual([null, 0]);
  });

  it('goes on from a page to the next without a gap', async () => {
    const word = `page${randomUUID().slice(0, 8)}`;
    const made: number[] = [];
    for (let day = 1; day <= 5; day++)
      made.unshift(
        (await openByMail(world.velo, { text: word, subject: 'x', at: new Date(Date.UTC(2026, 0, day)) }))
          .number,
      );
    await drain(desk);
    const found: number[] = [];
    let after: string | undefined;
    do {
      const body = await ask(word, { section: 'tickets', limit: '2', ...(after ? { after } : {}) });
      found.push(...numbersOf(body));
      after = body.next ?? undefined;
    } while (after);
    expect(found).toEqual(made);
    expect((await lea.send('GET', `/api/w/${world.velo.slug}/search?q=x&after=rien`)).status).toBe(422);
  });

  it('S18 nothing of another workspace: neither tickets, contacts, files, counts nor words', async () => {
    for (const q of [
      'dérailleur',
      'zoe',
      'quenouille',
      `#${number}99`,
      '0639980244',
      'déraileur',
      'de:zoe',
    ]) {
      const { tickets, contacts, files, corrected, suggestion } = await ask(q, {}, bob, world.acme.slug);
      expect([q, tickets, contacts, files, corrected, suggestion]).toEqual([q, [], [], [], null, null]);
    }
  });

  it('S19 LUM-36 an agent of some folders finds, counts and is corrected only within them', async () => {
    const nina = await openBrowser(desk, 'nina@velo.example');
    const { folders } = (await lea.send('GET', `/api/w/${world.velo.slug}/desk`)).body;
    const general = folders.find((one: { name: string }) => one.name !== 'Réparations');
    const limited = await lea.send('PATCH', `/api/w/${world.velo.slug}/agents/${world.nina}`, {
      folderIds: [general.id],
    });
    expect(limited.status).toBe(200);
    for (const q of ['dérailleur', 'quenouille', `#${number}`, 'tag:retour', 'déraileur', 'fidèle']) {
      const { tickets, files, counts, corrected } = await ask(q, {}, nina);
      expect([q, tickets, files, corrected]).toEqual([q, [], [], null]);
      expect([q, counts.tickets.count, counts.files.count]).toEqual([q, 0, 0]);
    }
    expect((await ask('frein', {}, nina)).counts.tickets.count).toBe(1);
    await nina.close();
  });
});
