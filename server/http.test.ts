// The HTTP edge as its callers meet it: every route of the desk answers in its contract's shape.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInWorkspace, pathOf, type Route } from '../contract/route.ts';
import { routes } from '../contract/routes/index.ts';
import { composeHttp } from './http.ts';
import { openDatabase } from './platform/db/index.ts';
import { type Browser, openBrowser } from './testing/browser.ts';
import { useDesk } from './testing/desk.ts';
import { drain } from './testing/drain.ts';
import { makeWorld, openByMail, password, type World } from './testing/world.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let base: string;
beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  base = `/api/w/${world.velo.slug}`;
});
afterAll(() => lea?.close());

/** Sends and checks that the answer fits the contract's schema to the letter. */
async function ask(
  route: Route,
  values: {
    params?: Record<string, string>;
    query?: string;
    body?: unknown;
    headers?: Record<string, string>;
  } = {},
) {
  let path = pathOf(route).replace(':workspace', world.velo.slug);
  for (const [name, value] of Object.entries(values.params ?? {})) path = path.replace(`:${name}`, value);
  const answer = await lea.send(route.method, path + (values.query ?? ''), values.body, values.headers);
  expect([path, answer.status, answer.body?.error]).toEqual([path, route.reply ? 200 : 204, undefined]);
  if (route.reply) expect(route.reply.parse(answer.body)).toEqual(answer.body);
  return answer.body;
}

describe('every route of a ticket', () => {
  it('LUM-33 list, counts, page, conversation and history', async () => {
    const { ticketId, number } = await openByMail(world.velo);
    await ask(routes.messages.reply, { params: { ticket: ticketId }, body: { html: '<p>Bonjour</p>' } });
    await ask(routes.tickets.assign, { params: { ticket: ticketId }, body: { agentId: world.karim } });
    await drain(desk);
    const { tickets } = await ask(routes.tickets.list, { query: '?view=all' });
    expect(tickets[0]).toMatchObject({ id: ticketId, number, status: 'pending' });
    await ask(routes.tickets.counts);
    await ask(routes.tickets.next);
    await ask(routes.tickets.get, { params: { ticket: String(number) } });
    const { messages } = await ask(routes.messages.list, { params: { ticket: ticketId } });
    expect(messages.map((message: { author: { type: string } }) => message.author.type)).toEqual([
      'contact',
      'agent',
    ]);
    expect(messages[1].deliveries).toMatchObject([{ recipient: 'anne@client.example', state: 'kept' }]);
    const { lines } = await ask(routes.tickets.history, { params: { ticket: ticketId } });
    expect(lines.map((line: { kind: string }) => line.kind)).toEqual(
      expect.arrayContaining(['ticket.opened', 'message.replied', 'ticket.assigned']),
    );
    expect(lines.find((line: { kind: string }) => line.kind === 'ticket.assigned').changes).toEqual({
      assigneeId: [null, world.karim],
    });
  });

  it('LUM-25 LUM-26 LUM-27 LUM-29 folder, team, priority, tags, status, read', async () => {
    const { ticketId: ticket } = await openByMail(world.velo);
    const folder = await ask(routes.workspaces.addFolder, { body: { name: 'Garanties' } });
    const tag = await ask(routes.tickets.addTag, { body: { name: 'Urgent', colour: '#c92a2a' } });
    const team = await ask(routes.people.addTeam, { body: { name: 'Atelier', agentIds: [world.karim] } });
    const filed = await ask(routes.tickets.file, {
      params: { ticket },
      body: { folderId: folder.id, teamId: team.id, priority: 'high' },
    });
    expect(filed).toMatchObject({ folderId: folder.id, teamId: team.id, priority: 'high' });
    expect(
      (await ask(routes.tickets.tag, { params: { ticket }, body: { tagIds: [tag.id] } })).tagIds,
    ).toEqual([tag.id]);
    expect(
      (await ask(routes.tickets.setStatus, { params: { ticket }, body: { status: 'resolved' } })).status,
    ).toBe('resolved');
    await ask(routes.tickets.markRead, { params: { ticket }, body: { isRead: true } });
    await ask(routes.workspaces.renameFolder, { params: { id: folder.id }, body: { name: 'Garantie' } });
    await ask(routes.tickets.editTag, { params: { id: tag.id }, body: { colour: '#000000' } });
    await ask(routes.tickets.removeTag, { params: { id: tag.id } });
    const full = await lea.send('DELETE', `${base}/folders/${folder.id}`);
    expect([full.status, full.body.error]).toEqual([409, 'folder-in-use']);
    const desk = await ask(routes.workspaces.desk);
    expect(desk).toMatchObject({ me: { role: 'administrator' }, workspace: { slug: world.velo.slug } });
    await ask(routes.workspaces.edit, { body: { brandColour: '#123456' } });
  });

  it('LUM-20 LUM-21 ZOH-17 an upload comes back by its signed address, as what cannot run; one over 8 MB is refused', async () => {
    const upload = (bytes: Buffer, type: string) => {
      const boundary = 'xyz';
      const payload = Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="../a é.html"\r\ncontent-type: ${type}\r\n\r\n`,
        ),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      return lea.send('POST', `${base}/files`, payload, {
        'content-type': `multipart/form-data; boundary=${boundary}`,
      });
    };
    const { status, body } = await upload(Buffer.from('<script>alert(1)</script>'), 'text/html');
    expect([status, body.name, body.size]).toEqual([200, 'a é.html', 25]);
    const file = await lea.anonymous('GET', body.url);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''a%20%C3%A9\.html/);
    expect(file.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    expect(file.headers['x-content-type-options']).toBe('nosniff');
    const large = await upload(Buffer.alloc(8 * 1024 * 1024 + 1), 'image/png');
    expect([large.status, large.body.error, large.body.facts]).toEqual([422, 'file-too-large', { limit: 8 }]);
    expect((await upload(Buffer.alloc(8 * 1024 * 1024), 'image/png')).status).toBe(200);
    const [, token] = body.url.split('/files/');
    for (const at of [0, 20, 35, 36, 51]) {
      const forged = Buffer.from(token, 'base64url');
      forged[at] = (forged[at] as number) ^ 1;
      expect((await lea.anonymous('GET', `/files/${forged.toString('base64url')}`)).status).toBe(404);
    }
  });

  it('S12 S13 the frame of a mail runs nothing and asks for nothing, until images are wanted', async () => {
    const html = '<p>Bonjour <img data-remote-src="https://track.example/a.png" alt=""></p>';
    const { messageId } = await openByMail(world.velo, { html, newHtml: html, hasRemoteImages: true });
    const frame = (query: string) => lea.send('GET', `${base}/messages/${messageId}/frame${query}`);
    const quiet = await frame('');
    expect(quiet.headers['content-security-policy']).toMatch(
      /default-src 'none'.*script-src 'none'.*sandbox allow-popups allow-popups-to-escape-sandbox/,
    );
    expect(quiet.headers['content-security-policy']).not.toMatch(/allow-scripts|allow-same-origin|https:;/);
    expect(quiet.body).not.toContain(' src="https://track.example');
    expect((await frame('?images=shown')).body).toContain('src="https://track.example/a.png"');
    const measured = await frame('?mode=measure');
    const nonce = /script-src 'nonce-([\w-]+)'/.exec(
      String(measured.headers['content-security-policy']),
    )![1]!;
    expect(measured.body).toContain(`<script nonce="${nonce}">`);
    expect(measured.headers['content-security-policy']).toContain('sandbox allow-scripts');
    expect(measured.headers['content-security-policy']).not.toContain('allow-same-origin');
  });
});

describe('what holds for every route', () => {
  it('F22 P2 the same key sends once, however often and however close', async () => {
    const { ticketId } = await openByMail(world.velo);
    const send = (html: string) =>
      lea.send('POST', `${base}/tickets/${ticketId}/replies`, { html }, { 'idempotency-key': 'one-draft' });
    const answers = await Promise.all([
      send('<p>Une fois</p>'),
      send('<p>Une fois</p>'),
      send('<p>Une fois</p>'),
    ]);
    answers.push(await send('<p>Une fois</p>'));
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(answer => answer.body.message.id)).size).toBe(1);
    const { messages } = await ask(routes.messages.list, { params: { ticket: ticketId } });
    expect(messages).toHaveLength(2);
    const other = await send('<p>Autre chose</p>');
    expect([other.status, other.body.error]).toEqual([422, 'key-reused']);
  });

  it('S28 a change without the CSRF token, or from another site, is refused', async () => {
    const path = `${base}/folders`;
    for (const headers of [
      { 'x-csrf-token': '' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
    ] as Record<string, string>[]) {
      const refused = await lea.send('POST', path, { name: 'x' }, headers);
      expect([headers, refused.status, refused.body.error]).toEqual([headers, 403, 'csrf']);
    }
  });

  it('S36 bad input names its fields and an unknown failure tells no details', async () => {
    const wrong = await lea.send('POST', `${base}/tickets`, {
      requester: { email: 'nobody' },
      subject: '',
      html: 3,
    });
    expect(wrong.status).toBe(422);
    expect(Object.keys(wrong.body.facts.fields).sort()).toEqual(['html', 'requester.email', 'subject']);
    for (const body of [[], null, 'x', { __proto__: null, html: [] }]) {
      const { status } = await lea.send('POST', `${base}/tickets`, body as object);
      expect(status).toBeLessThan(500);
    }
    const broken = await lea.send('GET', `${base}/tickets?after=%00%ff&limit=abc`);
    expect(broken.status).toBe(422);
  });

  it('P4 with the database away the answer is 503 with Retry-After, within seconds', async () => {
    const database = openDatabase({ url: 'postgres://nobody:nothing@127.0.0.1:1/none' });
    const { app } = await composeHttp({ ...desk, database });
    const startedAt = Date.now();
    const response = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'a@b.example', password },
    });
    expect([response.statusCode, response.headers['retry-after'], response.json().error]).toEqual([
      503,
      '5',
      'unavailable',
    ]);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    await app.close();
    await database.close();
  });

  it('the OpenAPI document holds every route', async () => {
    const { body } = await lea.anonymous('GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const all = Object.values(routes).flatMap(room => Object.values(room) as Route[]);
    for (const route of all) {
      const path = pathOf(route).replace(/:(\w+)/g, '{$1}');
      expect([path, Boolean(body.paths[path]?.[route.method.toLowerCase()])]).toEqual([path, true]);
    }
    expect(all.filter(route => isInWorkspace(route.right)).length).toBeGreaterThan(30);
    expect((await lea.anonymous('GET', '/api')).body).toContain('/api/w/{workspace}/tickets');
  });
});
