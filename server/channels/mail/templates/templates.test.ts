import { beforeAll, describe, expect, it } from 'vitest';
import { mailTemplateKinds } from '../../../../contract/mail-templates.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import { type Browser, openBrowser } from '../../../testing/browser.ts';
import { useDesk } from '../../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../../testing/world.ts';
import { letterOf } from '../out/sending.story.ts';

const desk = useDesk({ PUBLIC_URL: 'https://desk.example' });
let world: World;
let lea: Browser;
let base: string;
beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  base = `/api/w/${world.velo.slug}/mail-templates`;
});

const save = (path: string, texts: Record<string, string | null>) =>
  lea.send('PUT', `${base}/${path}`, { texts });
const preview = (path: string, texts?: object) =>
  lea.send(
    'GET',
    `${base}/${path}/preview${texts ? `?texts=${encodeURIComponent(JSON.stringify(texts))}` : ''}`,
  );

async function acknowledged(language: 'fr' | 'en', email: string) {
  const opened = await openByMail(world.velo, { language, sender: { name: 'Ann', email } });
  const id = await world.velo.run(null, ctx =>
    queueDelivery(ctx, { purpose: 'acknowledgement', recipient: email, ...opened }),
  );
  return { number: opened.number, letter: await letterOf(desk, world.velo, id!) };
}

describe('issue 4 point 7: the mails that Guichet sends, in the words of the workspace', () => {
  it('an invitation is previewed before there is any ticket; what tells about one says that there is none', async () => {
    const invitation = await preview('invitation/fr');
    expect(invitation.body).toMatchObject({ ticketNumber: null });
    expect(invitation.body.subject).toContain('Léa');
    expect((await preview('acknowledgement/fr')).body.error).toBe('nothing-to-preview');
  });

  it('LIV-21 its own text goes out in its language; the other language keeps the standard one', async () => {
    const subject = 'Votre demande {number} chez {workspace}';
    const saved = await save('acknowledgement/fr', {
      'mail.acknowledgement.subject': subject,
      'mail.acknowledgement.next': 'À bientôt ({number}).\n\nMerci.',
    });
    expect(saved.status).toBe(200);
    expect(saved.body.texts[0]).toMatchObject({ own: subject, variables: ['number', 'workspace'] });
    const french = await acknowledged('fr', 'ann@client.example');
    expect(french.letter.subject).toBe(`Votre demande ${french.number} chez Vélo & Cie`);
    expect(french.letter.text).toContain(`À bientôt (${french.number}).\n\nMerci.`);
    expect(french.letter.html).toContain(`À bientôt (${french.number}).</p>`);
    const english = await acknowledged('en', 'bea@client.example');
    expect(english.letter.subject).toBe(`We have received your request ${english.number}`);
    const { body } = await lea.send('GET', base);
    expect(body.own).toEqual([{ kind: 'acknowledgement', language: 'fr', count: 2 }]);
  });

  it('a text is shown as it is, whatever it looks like, and the standard one comes back', async () => {
    const key = 'mail.acknowledgement.body';
    await save('acknowledgement/fr', { [key]: '<b onclick="x()">Reçu</b> {number}' });
    const { letter, number } = await acknowledged('fr', 'cleo@client.example');
    expect(letter.html).toContain(`&lt;b onclick=&quot;x()&quot;>Reçu&lt;/b> ${number}`);
    const back = await save('acknowledgement/fr', { [key]: null });
    expect(back.body.texts.find((text: { key: string }) => text.key === key).own).toBeNull();
    const standard = back.body.texts.find((text: { key: string }) => text.key === key).standard;
    await save('acknowledgement/fr', { [key]: standard });
    expect((await lea.send('GET', base)).body.own).toEqual([
      { kind: 'acknowledgement', language: 'fr', count: 2 },
    ]);
  });

  it('what stands for nothing, a second line in a subject and a text of another mail are refused, and nothing is saved', async () => {
    const before = (await lea.send('GET', `${base}/assignment/fr`)).body;
    const unknown = await save('assignment/fr', {
      'mail.assignment.body': 'Bonjour {customer}',
      'mail.assignment.by': 'De {actor}',
    });
    expect([unknown.status, unknown.body.error, unknown.body.facts.names]).toEqual([
      422,
      'unknown-variable',
      '{customer}',
    ]);
    const lines = await save('assignment/fr', { 'mail.assignment.subject': 'Un\nBcc: x@y.example' });
    expect([lines.status, lines.body.facts.fields]).toEqual([
      422,
      { 'texts.mail.assignment.subject': 'one-line' },
    ]);
    expect((await save('assignment/fr', { 'mail.reset.body': 'Non' })).status).toBe(422);
    expect((await lea.send('GET', `${base}/assignment/fr`)).body).toEqual(before);
  });

  it('every mail is previewed in both languages with what is being typed, and nothing is sent or kept', async () => {
    const { ticketId } = await openByMail(world.velo, { subject: 'Pédalier', text: 'Il craque.' });
    await lea.send('POST', `/api/w/${world.velo.slug}/tickets/${ticketId}/replies`, {
      html: '<p>Nous regardons.</p>',
    });
    const count = () =>
      world.velo
        .run(null, ctx => ctx.tx.selectFrom('deliveries').select('id').execute())
        .then(all => all.length);
    const before = await count();
    for (const kind of mailTemplateKinds) {
      for (const language of ['fr', 'en']) {
        const { status, body } = await preview(`${kind}/${language}`);
        expect([kind, status]).toEqual([kind, 200]);
        expect(`${body.subject}${body.text}`).not.toMatch(/\{\w+\}|mail\.\w/);
        const page = await lea.send('GET', `${base}/${kind}/${language}/page`);
        expect(page.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
      }
    }
    const typed = await preview('assignment/fr', { 'mail.assignment.by': '{actor} compte sur vous.' });
    expect(typed.body.text).toContain('Léa compte sur vous.');
    expect(
      (await lea.send('GET', `${base}/assignment/fr`)).body.texts.every(
        (one: { own: unknown }) => one.own === null,
      ),
    ).toBe(true);
    expect(await count()).toBe(before);
    const reset = await preview('reset/en');
    expect(reset.body.text).toContain('https://desk.example/reset?token=…');
  });

  it('S17 an agent who is no administrator and another company see and change nothing of it', async () => {
    const karim = await openBrowser(desk, 'karim@velo.example');
    expect((await karim.send('GET', `${base}/acknowledgement/fr`)).status).toBe(403);
    const bob = await openBrowser(desk, 'bob@acme.example');
    expect((await bob.send('GET', base)).status).toBe(404);
    const theirs = await bob.send('GET', `/api/w/${world.acme.slug}/mail-templates`);
    expect(theirs.body).toEqual({ own: [] });
  });
});
