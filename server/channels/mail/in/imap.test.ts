import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Dovecot, hasDovecot, startDovecot } from '../../../../e2e/support/dovecot.ts';
import { waitFor } from '../../../../e2e/support/wait.ts';
import { useDesk } from '../../../testing/desk.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import { addMailbox } from '../index.ts';
import { editMailbox, listMailboxes, type MailboxInput } from '../mailboxes/mailbox.ts';
import { type Fetching, startFetching } from './imap.ts';
import { LeaseLost, takeLeases, writeFetchState } from './lease.ts';

const times = { lookEvery: 200, pollEvery: 1_000, firstBackOff: 200, longestBackOff: 400 };
const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

const letter = (subject: string, body = 'Bonjour') =>
  `From: anne@client.example\r\nTo: support@velo.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@client.example>\r\n\r\n${body}\r\n`;

/** A TCP proxy that cuts each connection after so many bytes to the client, or freezes those that are open. */
async function openProxy(to: number, cutAfterBytes = Number.POSITIVE_INFINITY) {
  const pairs: { client: Socket; server: Socket }[] = [];
  let most = cutAfterBytes;
  const listener = createServer(client => {
    const server = connect(to, '127.0.0.1');
    let bytes = 0;
    pairs.push({ client, server });
    for (const socket of [client, server]) socket.on('error', () => {});
    client.pipe(server);
    server.pipe(client);
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    server.on('data', chunk => {
      bytes += chunk.length;
      if (bytes > most) client.destroy();
    });
  });
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve));
  return {
    port: (listener.address() as AddressInfo).port,
    connections: () => pairs.length,
    freeze() {
      for (const { client, server } of pairs) {
        client.unpipe(server).pause();
        server.unpipe(client).pause();
      }
    },
    mend() {
      most = Number.POSITIVE_INFINITY;
    },
    async close() {
      for (const { client, server } of pairs) for (const socket of [client, server]) socket.destroy();
      await new Promise(resolve => listener.close(resolve));
    },
  };
}

describe.skipIf(!hasDovecot())('mail fetched by IMAP', () => {
  let dovecot: Dovecot;
  const running: Fetching[] = [];
  let user: string;
  let id: string;
  let round = 0;

  beforeAll(async () => {
    const users = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`box${i}@velo.example`, 'velo']));
    dovecot = await startDovecot({ users });
  });
  afterAll(() => dovecot?.stop());
  beforeEach(async () => {
    user = `box${round++}@velo.example`;
    id = await world.velo.run(null, async ctx => (await addMailbox(ctx, desk.secrets, input())).id);
  });
  afterEach(async () => {
    for (const fetching of running.splice(0)) await fetching.stop();
    await world.velo.run(null, ctx => ctx.tx.deleteFrom('mailboxes').where('id', '=', id).execute());
  });

  const input = (imap: object = {}): MailboxInput => ({
    name: 'Support',
    address: user,
    imap: {
      host: '127.0.0.1',
      port: dovecot.imapPort,
      security: 'none',
      user,
      folder: 'INBOX',
      password: 'velo',
      ...imap,
    },
    smtp: null,
    folderId: null,
    teamId: null,
    language: 'fr',
    acknowledges: false,
    usesPlusAddress: false,
    isEnabled: true,
  });
  const fetch = (change: object = {}) => {
    const fetching = startFetching(desk, { times: { ...times, ...change } });
    running.push(fetching);
    return fetching;
  };
  const box = () =>
    world.velo.run(null, async ctx => (await listMailboxes(ctx)).find(each => each.id === id)!);
  const rows = () =>
    world.velo.run(null, ctx =>
      ctx.tx.selectFrom('raw_mails').selectAll().where('mailbox_id', '=', id).orderBy('id').execute(),
    );
  const arrived = (count: number) => waitFor(`${count} mails`, async () => (await rows()).length === count);

  it('P1 is committed, then marked read, and never deleted', async () => {
    await dovecot.deliver(user, letter('one'));
    fetch();
    await arrived(1);
    const seen = await waitFor('the flag', async () => {
      const list = await dovecot.mailbox(user).list();
      return list[0]?.flags.includes('\\Seen') ? list : null;
    });
    expect(seen).toHaveLength(1);
    const [row] = await rows();
    expect(row!.raw.equals(seen[0]!.raw)).toBe(true);
    expect(row).toMatchObject({ source: 'imap', message_id: '<one@client.example>', state: 'received' });
    await waitFor('the state', async () => (await box()).state === 'ok');
  });

  it('is announced by IDLE, long before the next poll', async () => {
    fetch({ pollEvery: 60_000 });
    await waitFor('the first look', async () => (await box()).state === 'ok');
    const startedAt = performance.now();
    await dovecot.deliver(user, letter('idle'));
    await arrived(1);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it('F5 after a change of UIDVALIDITY everything is read again and recognised', async () => {
    for (const subject of ['a', 'b', 'c']) await dovecot.deliver(user, letter(`validity-${subject}`));
    fetch();
    await arrived(3);
    await waitFor('the state', async () => (await box()).state === 'ok');
    await running.pop()!.stop();
    await world.velo.run(null, ctx =>
      ctx.tx.updateTable('mailboxes').set({ uid_validity: 1 }).where('id', '=', id).execute(),
    );
    await dovecot.deliver(user, letter('validity-d'));
    fetch();
    await arrived(4);
  });

  it('F5 takes mails that another program has marked as read', async () => {
    await dovecot.mailbox(user).append(letter('read-before'));
    fetch();
    await arrived(1);
  });

  it('F26 tells what is wrong, and goes on by itself when it is mended', async () => {
    const wrong = input({ password: 'wrong' });
    await world.velo.run(null, ctx => editMailbox(ctx, desk.secrets, id, wrong));
    fetch();
    const failing = await waitFor('the problem', async () => {
      const now = await box();
      return now.problem ? now : null;
    });
    expect(failing).toMatchObject({ state: 'failing', problem: { code: 'wrong-password' } });
    await dovecot.deliver(user, letter('after the mending'));
    await world.velo.run(null, ctx => editMailbox(ctx, desk.secrets, id, input()));
    await arrived(1);
    await waitFor('no problem', async () => (await box()).problem === null);
  });

  it('F5 a folder that is missing is a problem of that mailbox only', async () => {
    await world.velo.run(null, ctx => editMailbox(ctx, desk.secrets, id, input({ folder: 'Nowhere' })));
    fetch();
    const problem = await waitFor('the problem', async () => (await box()).problem);
    expect(problem.code).toBe('folder-missing');
  });

  it('F5 notices a connection that is silently dead, and connects anew', async () => {
    const proxy = await openProxy(dovecot.imapPort);
    await world.velo.run(null, ctx => editMailbox(ctx, desk.secrets, id, input({ port: proxy.port })));
    fetch({ command: 500 });
    await waitFor('the first look', async () => (await box()).state === 'ok');
    proxy.freeze();
    await dovecot.deliver(user, letter('behind the dead line'));
    await arrived(1);
    expect(proxy.connections()).toBeGreaterThan(1);
    await proxy.close();
  });

  it('F5 a connection that is cut again and again loses and doubles nothing', async () => {
    for (let i = 0; i < 60; i++) await dovecot.deliver(user, letter(`cut-${i}`, 'x'.repeat(5_000)));
    const proxy = await openProxy(dovecot.imapPort, 40_000);
    await world.velo.run(null, ctx => editMailbox(ctx, desk.secrets, id, input({ port: proxy.port })));
    fetch({ firstBackOff: 20, longestBackOff: 50 });
    await waitFor('some cuts', () => proxy.connections() > 3);
    proxy.mend();
    await arrived(60);
    const again = await waitFor('the flags', async () => {
      const list = await dovecot.mailbox(user).list();
      return list.every(one => one.flags.includes('\\Seen')) ? list : null;
    });
    expect(again).toHaveLength(60);
    await proxy.close();
  });

  it('F10 two processes fetch each mail once', async () => {
    for (let i = 0; i < 40; i++) await dovecot.deliver(user, letter(`both-${i}`));
    fetch();
    fetch();
    await arrived(40);
    const taken = await takeLeases(desk, world.velo.id, crypto.randomUUID());
    expect(taken).toEqual([]);
  });

  it('F10 who slept through the end of its lease is fenced off', async () => {
    const [old] = await takeLeases(desk, world.velo.id, crypto.randomUUID());
    await writeFetchState(desk, old!, { last_uid: 5 });
    await world.velo.run(null, ctx =>
      ctx.tx
        .updateTable('mailboxes')
        .set({ lease_until: new Date(Date.now() - 1_000) })
        .where('id', '=', id)
        .execute(),
    );
    const [next] = await takeLeases(desk, world.velo.id, crypto.randomUUID());
    expect(next!.fence).toBe(old!.fence + 1);
    await expect(writeFetchState(desk, old!, { last_uid: 99 })).rejects.toThrow(LeaseLost);
    await writeFetchState(desk, next!, { last_uid: 6 });
    const row = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('mailboxes').select('last_uid').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(row.last_uid).toBe(6);
  });
});
