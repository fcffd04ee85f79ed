// LUM-34: the words of an internal note leave the desk by no way there is. A new way out is one line in `waysOut`.
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInWorkspace, pathOf, type Route } from '../contract/route.ts';
import { routes } from '../contract/routes/index.ts';
import { deliverySource } from './channels/mail/index.ts';
import { receive } from './desk/messages/index.ts';
import { queueDelivery } from './platform/outbox/index.ts';
import { type Browser, openBrowser } from './testing/browser.ts';
import { useDesk } from './testing/desk.ts';
import { drain } from './testing/drain.ts';
import { incoming, makeWorld, openByMail, type World } from './testing/world.ts';

const desk = useDesk();
const canary = 'CANARI-7731';
const note = `<p>${canary} cette cliente paie toujours en retard</p>`;
let world: World;
let lea: Browser;
let bob: Browser;
let ticketId: string;
let noteId: string;
let openedId: string;

/** All that leaves by mail is a row here, whoever it is for. */
function deliveries() {
  return world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .select(['id', 'purpose', 'recipient', 'state', 'detail', 'content'])
      .where('workspace_id', '=', ctx.workspaceId)
      .execute(),
  );
}

beforeAll(async () => {
  world = await makeWorld(desk);
  [lea, bob] = [await openBrowser(desk, 'lea@velo.example'), await openBrowser(desk, 'bob@acme.example')];
  const base = `/api/w/${world.velo.slug}`;
  const done = async (method: string, path: string, body: object) => {
    const answer = await lea.send(method, `${base}${path}`, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const openedByMail = await openByMail(world.velo, { messageId: '<first@client.example>' });
  ({ ticketId } = openedByMail);
  const { messageId } = openedByMail;
  await world.velo.run(null, ctx =>
    queueDelivery(ctx, { purpose: 'acknowledgement', recipient: 'anne@client.example', ticketId, messageId }),
  );
  const at = (rest: string) => `/tickets/${ticketId}/${rest}`;
  noteId = (await done('POST', at('notes'), { html: note })).message.id;
  await done('POST', at('replies'), { html: '<p>Nous regardons.</p>' });
  await done('POST', at('notes'), { html: `<p>${canary} bis</p>` });
  await world.velo.run(null, ctx => receive(ctx, incoming({ joins: ticketId, text: 'Et alors ?' })));
  await done('PUT', at('assignee'), { agentId: world.karim });
  await world.velo.run(null, ctx => receive(ctx, incoming({ joins: ticketId, text: 'Toujours là ?' })));
  const recipients = {
    to: ['anne@client.example'],
    cc: ['ines@client.example'],
    bcc: ['chef@ailleurs.example'],
  };
  await done('POST', at('replies'), { html: '<p>C’est réparé.</p>', recipients });
  const later = { html: '<p>Plus tard.</p>', sendAt: new Date(Date.now() + 3_600_000).toISOString() };
  await done('POST', at('outgoing'), later);
  await world.velo.run(null, ctx => receive(ctx, incoming({ joins: ticketId, text: 'Attendez.' })));
  openedId = (
    await done('POST', '/tickets', {
      requester: { email: 'anne@client.example' },
      subject: 'Suite',
      html: '<p>Voici.</p>',
    })
  ).id;
  await done('POST', `/tickets/${openedId}/notes`, { html: note });
  await drain(desk);
});
afterAll(async () => {
  await lea?.close();
  await bob?.close();
});

/** A mail as a mail program reads it: its source, and all that is decoded from it. */
async function readBack(deliveryId: string): Promise<string> {
  const eml = await deliverySource(desk, world.velo.id, deliveryId);
  return `${eml.toString('utf8')}\n${JSON.stringify(await PostalMime.parse(eml))}`;
}

const open = Object.values(routes).flatMap(room => Object.values(room) as Route[]);

async function asNobody(route: Route, id: string): Promise<string> {
  const path = pathOf(route).replace(':workspace', world.velo.slug).replace(/:\w+/, id);
  const query = route.method === 'GET' ? `?q=${canary}&before=${noteId}` : '';
  const body = route.method === 'GET' ? undefined : { html: '<p>x</p>', ticketId, token: noteId };
  const answer = await lea.anonymous(route.method, `${path}${query}`, body);
  return JSON.stringify([answer.body, answer.headers]);
}

/** Each way in which words leave the desk, and how all that goes that way is read. */
const waysOut: Record<string, () => Promise<string[]>> = {
  'every mail in the outbox, whoever it is for': async () =>
    Promise.all((await deliveries()).map(one => readBack(one.id))),
  'the rows of the outbox themselves': async () => (await deliveries()).map(one => JSON.stringify(one)),
  'every route of the API, asked by nobody': async () =>
    Promise.all(open.flatMap(route => [ticketId, noteId, openedId].map(id => asNobody(route, id)))),
  'every reading route of the API, asked by another company': async () =>
    Promise.all(
      open
        .filter(route => route.method === 'GET' && isInWorkspace(route.right))
        .flatMap(route => [ticketId, noteId].map(id => ({ route, id })))
        .map(async ({ route, id }) => {
          const path = pathOf(route).replace(':workspace', world.acme.slug).replace(/:\w+/, id);
          return JSON.stringify((await bob.send('GET', `${path}?q=${canary}`)).body);
        }),
    ),
  'search, by nobody and by another company': async () => [
    JSON.stringify(
      (await lea.anonymous('GET', `/api/w/${world.velo.slug}/tickets?view=all&q=${canary}`)).body,
    ),
    JSON.stringify((await bob.send('GET', `/api/w/${world.acme.slug}/tickets?view=all&q=${canary}`)).body),
  ],
  'kept mails, asked by who may not read them': async () => [
    JSON.stringify((await lea.anonymous('GET', `/dev/mail?workspace=${world.velo.slug}`)).body),
    JSON.stringify((await bob.send('GET', `/dev/mail?workspace=${world.velo.slug}`)).body),
  ],
  'files by addresses that nobody signed': async () => [
    JSON.stringify((await lea.anonymous('GET', `/files/${noteId}`)).body),
  ],
  'the log, from which other programs will be told': async () => {
    const events = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('events').selectAll().where('workspace_id', '=', ctx.workspaceId).execute(),
    );
    return events.map(event => JSON.stringify(event));
  },
  'what a list shows of a ticket': async () => {
    const list = await lea.send('GET', `/api/w/${world.velo.slug}/tickets?view=all`);
    return [JSON.stringify(list.body)];
  },
};

describe('an internal note', () => {
  it.each(Object.keys(waysOut))('LUM-34 does not leave by %s', async way => {
    const texts = await waysOut[way]!();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).not.toContain('CANARI');
  });

  it('LUM-34 there is something to leak, and mails of all kinds to leak it', async () => {
    const seen = await lea.send('GET', `/api/w/${world.velo.slug}/tickets/${ticketId}/messages`);
    expect(JSON.stringify(seen.body)).toContain(canary);
    const purposes = new Set((await deliveries()).map(one => one.purpose));
    expect([...purposes].sort()).toEqual([
      'acknowledgement',
      'assignment',
      'customer-replied',
      'opening',
      'reply',
      'reply-held',
    ]);
    const quoted = (await deliveries()).filter(one => one.recipient === 'anne@client.example');
    const mails = await Promise.all(quoted.map(one => readBack(one.id)));
    // Earlier messages are quoted, so that a note would be among them.
    expect(mails.some(mail => mail.includes('Et alors ?'))).toBe(true);
  });

  it('S6 what is in Bcc is named in no mail, and who came later is told nothing earlier', async () => {
    for (const one of await deliveries()) {
      const mail = await readBack(one.id);
      if (one.recipient !== 'chef@ailleurs.example') expect(mail).not.toContain('chef@ailleurs');
      if (one.recipient !== 'ines@client.example') continue;
      expect(mail).toContain('réparé');
      expect(mail).not.toContain('Et alors');
      expect(mail).not.toContain('grince depuis hier');
    }
  });
});
