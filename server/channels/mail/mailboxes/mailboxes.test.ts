import { createServer, type Server } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dovecot, hasDovecot, startDovecot } from '../../../../e2e/support/dovecot.ts';
import { freePort } from '../../../../e2e/support/ports.ts';
import { type Browser, openBrowser } from '../../../testing/browser.ts';
import { useDesk } from '../../../testing/desk.ts';
import { makeWorld, type World } from '../../../testing/world.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let bob: Browser;
let karim: Browser;

beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  bob = await openBrowser(desk, 'bob@acme.example');
  karim = await openBrowser(desk, 'karim@velo.example');
});
afterAll(async () => {
  for (const browser of [lea, bob, karim]) await browser?.close();
});

const path = (rest = '') => `/api/w/${world.velo.slug}/mailboxes${rest}`;
const input = (address: string, change: object = {}) => ({
  name: 'Support',
  address,
  imap: null,
  smtp: null,
  language: 'fr',
  ...change,
});
const imap = (change: object = {}) => ({
  host: 'imap.velo.example',
  port: 993,
  security: 'tls',
  user: 'support',
  folder: 'INBOX',
  password: 'canary-of-imap',
  ...change,
});

describe('mailboxes in the settings', () => {
  it('are added, listed with their state, changed and removed', async () => {
    const added = await lea.send('POST', path(), input('One@Velo.example', { imap: imap() }));
    expect(added.status).toBe(200);
    expect(added.body).toMatchObject({ address: 'one@velo.example', state: 'waiting', isEnabled: true });
    const off = { ...input('one@velo.example', { imap: imap({ password: undefined }) }), isEnabled: false };
    const changed = await lea.send('PUT', path(`/${added.body.id}`), off);
    expect(changed.body).toMatchObject({ state: 'off', imap: { hasPassword: true } });
    const list = await lea.send('GET', path());
    expect(list.body.mailboxes).toEqual([changed.body]);
    expect((await lea.send('DELETE', path(`/${added.body.id}`))).status).toBe(204);
    expect((await lea.send('GET', path())).body.mailboxes).toEqual([]);
  });

  it('S29 keep passwords sealed and never give them out', async () => {
    const smtp = { ...imap(), folder: undefined, password: 'canary-of-smtp' };
    const added = await lea.send('POST', path(), input('sealed@velo.example', { imap: imap(), smtp }));
    const list = await lea.send('GET', path());
    expect(JSON.stringify([added.body, list.body])).not.toMatch(/canary/);
    const row = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('mailboxes').selectAll().where('id', '=', added.body.id).executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(row)).not.toMatch(/canary/);
    const place = `${world.velo.id}/mailboxes.imap_password/${row.id}`;
    expect(row.imap_password!.toString('latin1')).not.toMatch(/canary/);
    expect(desk.secrets.unseal(row.imap_password!, place)).toBe('canary-of-imap');
  });

  it('S26 do not have a kept password sent to another server', async () => {
    const added = await lea.send('POST', path(), input('kept@velo.example', { imap: imap() }));
    const elsewhere = input('kept@velo.example', {
      imap: imap({ host: '127.0.0.1', port: 2, security: 'none', password: undefined }),
    });
    const changed = await lea.send('PUT', path(`/${added.body.id}`), elsewhere);
    expect(changed).toMatchObject({
      status: 422,
      body: { facts: { fields: { 'imap.password': 'required' } } },
    });
    const tried = await lea.send('POST', path('/test'), { ...elsewhere, id: added.body.id });
    expect(tried.body.findings[0]).toMatchObject({ isGood: false, code: 'no-password' });
  });

  it('S17 an address belongs to one mailbox of the installation, and the refusal tells nothing more', async () => {
    await lea.send('POST', path(), input('taken@velo.example'));
    const here = await lea.send('POST', path(), input('taken@velo.example'));
    const there = await bob.send('POST', `/api/w/${world.acme.slug}/mailboxes`, input('taken@velo.example'));
    expect(here.status).toBe(409);
    expect(here.body.error).toBe('address-taken');
    expect({ status: there.status, body: there.body }).toEqual({ status: here.status, body: here.body });
  });

  it('S19 are for administrators, and those of another workspace do not exist', async () => {
    expect((await karim.send('GET', path())).status).toBe(403);
    expect((await bob.send('GET', path())).status).toBe(404);
    const { body } = await lea.send('POST', path(), input('own@velo.example'));
    const foreign = await bob.send('DELETE', `/api/w/${world.acme.slug}/mailboxes/${body.id}`);
    expect(foreign.status).toBe(404);
  });

  it('refuse a folder of another workspace', async () => {
    const folderId = await world.acme.run(null, async ctx => {
      const row = await ctx.tx.selectFrom('folders').select('id').executeTakeFirstOrThrow();
      return row.id;
    });
    const added = await lea.send('POST', path(), input('folder@velo.example', { folderId }));
    expect(added).toMatchObject({ status: 422, body: { facts: { fields: { folderId: 'unknown' } } } });
  });
});

async function findingOf(change: object) {
  const body = input('test@velo.example', change);
  const { body: reply } = await lea.send('POST', path('/test'), body);
  return reply.findings.find((one: { part: string }) => one.part !== 'listener') ?? reply.findings[0];
}

describe('the test of a mailbox', () => {
  it('says that mail can be delivered where no IMAP server is given', async () => {
    expect(await findingOf({})).toMatchObject({ part: 'listener', isGood: true, code: 'listener-ready' });
  });

  it('names a host that does not exist and a port that is closed', async () => {
    const unknown = await findingOf({ imap: imap({ host: 'no-such-host.invalid' }) });
    expect(unknown).toMatchObject({ isGood: false, code: 'unknown-host' });
    const port = await freePort();
    const refused = await findingOf({ imap: imap({ host: '127.0.0.1', port, security: 'none' }) });
    expect(refused).toMatchObject({ isGood: false, code: 'refused', facts: { port: String(port) } });
    const smtp = { host: '127.0.0.1', port, security: 'none', user: '' };
    expect(await findingOf({ imap: imap({ host: '127.0.0.1', port, security: 'none' }), smtp })).toBeTruthy();
  });

  it('S24 never connects to link-local addresses or to ports of other services', async () => {
    for (const change of [{ host: '169.254.169.254' }, { host: '127.0.0.1', port: 22 }])
      expect(await findingOf({ imap: imap(change) })).toMatchObject({ code: 'server-not-allowed' });
  });

  describe('against a server that does not speak TLS', () => {
    let server: Server;
    let port: number;
    beforeAll(async () => {
      server = createServer(socket => {
        socket.on('error', () => {});
        socket.write('* OK hello\r\n');
        socket.on('data', data => {
          const [tag] = String(data).split(' ');
          socket.write(`* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n`);
        });
      });
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      port = (server.address() as { port: number }).port;
    });
    afterAll(() => server?.close());

    it('says that TLS is not expected there', async () => {
      const found = await findingOf({ imap: imap({ host: '127.0.0.1', port, security: 'tls' }) });
      expect(found).toMatchObject({ isGood: false, code: 'tls-unexpected' });
    });

    it('F26 says that STARTTLS is missing and sends no password without it', async () => {
      const found = await findingOf({ imap: imap({ host: '127.0.0.1', port, security: 'starttls' }) });
      expect(found).toMatchObject({ isGood: false, code: 'starttls-missing' });
    });
  });

  describe('against a real SMTP server', () => {
    const servers: SMTPServer[] = [];
    afterAll(() => {
      for (const server of servers) server.close();
    });
    const listen = async (options: SMTPServerOptions) => {
      const server = new SMTPServer({
        disableReverseLookup: true,
        closeTimeout: 100,
        logger: false,
        onAuth: ({ username, password }, _session, callback) =>
          password === 'velo' ? callback(null, { user: username }) : callback(new Error('no')),
        ...options,
      });
      server.on('error', () => {});
      servers.push(server);
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      return (server.server.address() as { port: number }).port;
    };
    const smtp = (port: number, change: object = {}) => ({
      smtp: { host: '127.0.0.1', port, security: 'none', user: 'support', password: 'velo', ...change },
    });

    it('signs in, and names a password that is refused', async () => {
      const port = await listen({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
      expect(await findingOf(smtp(port))).toMatchObject({ part: 'smtp', isGood: true, code: 'smtp-ready' });
      const refused = await findingOf(smtp(port, { password: 'wrong' }));
      expect(refused).toMatchObject({ isGood: false, code: 'wrong-password' });
    });

    it('F26 names what is wrong with its encryption, and never goes on without', async () => {
      const plain = await listen({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
      expect(await findingOf(smtp(plain, { security: 'starttls' }))).toMatchObject({
        code: 'starttls-missing',
      });
      expect(await findingOf(smtp(plain, { security: 'tls' }))).toMatchObject({ code: 'tls-unexpected' });
      // The server's own test certificate, which nobody trusts.
      const secret = await listen({ secure: true });
      expect(await findingOf(smtp(secret, { security: 'tls' }))).toMatchObject({ code: 'certificate' });
    });
  });

  describe.skipIf(!hasDovecot())('against a real Dovecot', () => {
    let dovecot: Dovecot;
    const user = 'support@velo.example';
    const here = (change: object = {}) =>
      imap({
        host: '127.0.0.1',
        port: dovecot.imapPort,
        security: 'none',
        user,
        password: 'velo',
        ...change,
      });
    beforeAll(async () => {
      dovecot = await startDovecot({ users: { [user]: 'velo' } });
      await dovecot.deliver(user, 'Subject: one\r\n\r\none\r\n');
    });
    afterAll(() => dovecot?.stop());

    it('signs in, opens the folder and counts its mails', async () => {
      expect(await findingOf({ imap: here() })).toMatchObject({
        part: 'imap',
        isGood: true,
        code: 'imap-ready',
        facts: { folder: 'INBOX', count: '1' },
      });
    });

    it('names a wrong password and a folder that is missing, with the folders there are', async () => {
      expect(await findingOf({ imap: here({ password: 'wrong' }) })).toMatchObject({
        code: 'wrong-password',
      });
      const missing = await findingOf({ imap: here({ folder: 'Nowhere' }) });
      expect(missing).toMatchObject({ code: 'folder-missing', facts: { folder: 'Nowhere' } });
      expect(missing.facts.folders).toContain('INBOX');
    });
  });
});
