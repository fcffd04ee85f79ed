import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNote } from '../../desk/messages/index.ts';
import { historyOf, setStatus } from '../../desk/tickets/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { drain } from '../../testing/drain.ts';
import { becomeOperator, keptMail } from '../../testing/kept-mail.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { saveResolution, similarResolved } from './index.ts';

const desk = useDesk();
let world: World;
let karim: Browser;
beforeAll(async () => {
  world = await makeWorld(desk);
  await becomeOperator(desk, 'karim@velo.example');
  karim = await openBrowser(desk, 'karim@velo.example');
});
afterAll(() => karim?.close());

const save = (path: string, text: string, version: number, tellsContact = false) =>
  karim.send('PUT', `${path}/resolution`, { text, version, tellsContact });

async function solved(subject = 'Mon vélo grince') {
  const email = `${randomUUID().slice(0, 8)}@client.example`;
  const opened = await openByMail(world.velo, { subject, sender: { name: 'Anne', email } });
  await world.velo.run(world.karim, ctx => setStatus(ctx, opened.ticketId, 'resolved'));
  return { ...opened, email, path: `/api/w/${world.velo.slug}/tickets/${opened.number}` };
}

const mailsOf = (ticketId: string) =>
  world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .select(['id', 'purpose', 'recipient'])
      .where('ticket_id', '=', ticketId)
      .where('purpose', '=', 'resolution')
      .execute(),
  );

describe('the resolution of a ticket', () => {
  it('ZOH-05 D-16 can be written once the ticket is solved, and holds no more when it is reopened', async () => {
    const opened = await openByMail(world.velo);
    const path = `/api/w/${world.velo.slug}/tickets/${opened.number}`;
    const early = await save(path, 'Patins changés', 0);
    expect([early.status, early.body.error]).toEqual([409, 'ticket-not-solved']);
    await world.velo.run(world.karim, ctx => setStatus(ctx, opened.ticketId, 'resolved'));
    const saved = await save(path, 'Patins changés', 0);
    expect(saved.body).toMatchObject({
      resolution: { text: 'Patins changés', version: 1, writtenBy: world.karim },
      isSuperseded: false,
      isOpenForWriting: true,
    });
    await world.velo.run(world.karim, ctx => setStatus(ctx, opened.ticketId, 'open'));
    const reopened = await karim.send('GET', `${path}/resolution`);
    expect(reopened.body).toMatchObject({ isSuperseded: true, isOpenForWriting: false });
    expect((await save(path, 'Autre', 1)).status).toBe(409);
    await world.velo.run(world.karim, ctx => setStatus(ctx, opened.ticketId, 'resolved'));
    expect((await karim.send('GET', `${path}/resolution`)).body.isSuperseded).toBe(false);
  });

  it('ZOH-09 there is one: saving again edits it, keeps what stood there, and the database refuses a second', async () => {
    const { path, ticketId } = await solved();
    await save(path, 'Premier texte', 0);
    const again = await save(path, 'Second texte', 1);
    expect(again.body.resolution).toMatchObject({ text: 'Second texte', version: 2 });
    expect(again.body.earlier).toMatchObject([{ text: 'Premier texte', version: 1 }]);
    const owner = new pg.Client({ connectionString: desk.ownerUrl });
    await owner.connect();
    const second = owner.query(
      `insert into resolutions select workspace_id, ticket_id, 9, 'x', document, written_by, written_at
       from resolutions where ticket_id = $1`,
      [ticketId],
    );
    await expect(second).rejects.toMatchObject({ code: '23505', constraint: 'resolutions_pkey' });
    await owner.end();
  });

  it('ZOH-09 of two who save at once one is told, and no text is lost', async () => {
    const { path } = await solved();
    const both = await Promise.all([save(path, 'Texte de Karim', 0), save(path, 'Texte de Léa', 0)]);
    expect(both.map(answer => answer.status).sort()).toEqual([200, 409]);
    const kept = (await karim.send('GET', `${path}/resolution`)).body;
    expect([kept.resolution.version, kept.earlier]).toEqual([1, []]);
  });

  it('ZOH-08 LUM-34 tells the contact only where the box is checked, without a word of notes', async () => {
    const { path, ticketId, email } = await solved();
    const canary = `CANARI-${randomUUID()}`;
    await world.velo.run(world.karim, ctx =>
      writeNote(ctx, desk.secrets, ticketId, { html: `<p>${canary}</p>`, fileIds: [] }),
    );
    await save(path, 'Patins changés et jante nettoyée.', 0);
    expect(await mailsOf(ticketId)).toEqual([]);
    await save(path, 'Patins changés et jante nettoyée.', 1, true);
    const [mail, ...more] = await mailsOf(ticketId);
    expect([mail?.recipient, more]).toEqual([email, []]);
    const letter = await keptMail(desk, karim, world.velo.slug, mail!.id);
    expect(letter.text).toContain('Patins changés et jante nettoyée.');
    expect(letter.source).not.toContain(canary);
    const kinds = (await world.velo.run(null, ctx => historyOf(ctx, ticketId, 50))).map(line => line.kind);
    expect(kinds.filter(kind => kind === 'resolution.saved')).toHaveLength(2);
  });

  it('ZOH-08 the mail carries the text that was saved with the box, whatever is saved later', async () => {
    const { path, ticketId } = await solved();
    await save(path, 'Envoyé ainsi', 0, true);
    await save(path, 'Changé depuis', 1);
    const [mail] = await mailsOf(ticketId);
    const letter = await keptMail(desk, karim, world.velo.slug, mail!.id);
    expect(letter.text).toContain('Envoyé ainsi');
    expect(letter.text).not.toContain('Changé depuis');
  });
});

describe('resolutions help others', () => {
  it('ZOH-06 search finds the ticket by the words of its resolution', async () => {
    const { path, number } = await solved();
    const word = `roulement${randomUUID().slice(0, 6)}`;
    await save(path, `Il fallait un ${word}.`, 0);
    await drain(desk);
    const found = await karim.send('GET', `/api/w/${world.velo.slug}/tickets?view=all&q=${word}`);
    expect(found.body.tickets.map((one: { number: number }) => one.number)).toEqual([number]);
  });

  it('ZOH-06 S19 suggests solved tickets about the same thing, within reach, and of this workspace only', async () => {
    const word = `pédalier${randomUUID().slice(0, 6).replace(/\d/g, 'x')}`;
    const first = await solved(`Le ${word} craque`);
    await save(first.path, 'Axe resserré.', 0);
    const reopened = await solved(`Bruit du ${word}`);
    await save(reopened.path, 'Graissé.', 0);
    await world.velo.run(world.karim, ctx => setStatus(ctx, reopened.ticketId, 'open'));
    const asked = await openByMail(world.velo, { subject: `${word} bruyant, que faire ?` });
    const answer = await karim.send(
      'GET',
      `/api/w/${world.velo.slug}/tickets/${asked.number}/similar-resolved`,
    );
    expect(answer.body.tickets).toMatchObject([{ number: first.number, text: 'Axe resserré.' }]);
    const limited = await world.velo.run(world.nina, ctx =>
      similarResolved({ ...ctx, onlyFolders: [] }, asked.ticketId),
    );
    expect(limited).toEqual([]);
    const theirs = await openByMail(world.acme, { subject: `${word} bruyant` });
    expect(await world.acme.run(world.bob, ctx => similarResolved(ctx, theirs.ticketId))).toEqual([]);
  });

  it('S19 nobody writes where they may not see', async () => {
    const { ticketId } = await solved();
    const input = { text: 'x', version: 0, tellsContact: false };
    await expect(
      world.velo.run(world.nina, ctx => saveResolution({ ...ctx, onlyFolders: [] }, ticketId, input)),
    ).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('S34 takes any subject as words', async () => {
    for (const subject of [
      "'; drop table resolutions; --",
      '& | ! <-> :*',
      'a & b',
      'le la les',
      '\\',
      "l'é'",
      'http://x.example/?a=1&b=2',
    ]) {
      const { ticketId } = await openByMail(world.velo, { subject });
      await expect(world.velo.run(null, ctx => similarResolved(ctx, ticketId))).resolves.toBeInstanceOf(
        Array,
      );
    }
  });
});
