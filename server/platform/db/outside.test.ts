// The product on a PostgreSQL that it did not bring. Left out where Debian's PostgreSQL 15 is not installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLmtp } from '../../../e2e/support/lmtp.ts';
import { addMailbox } from '../../channels/mail/index.ts';
import { reply } from '../../desk/messages/index.ts';
import { ticketIdsMatching } from '../../features/search/index.ts';
import { type Running, start } from '../../start.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { readConfig } from '../config/index.ts';
import { openLog } from '../log/index.ts';
import { askOf } from './empty-database.story.ts';
import { hasOutsideServer, type OutsideServer, startOutsideServer } from './outside-server.story.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-outside-data-'));
let server: OutsideServer;
let running: Running;
let world: World;
let appUrl: string;

const startProduct = () =>
  start(
    readConfig(
      {
        DATABASE_URL: server.ownerUrl,
        ROLES: 'worker,clock',
        LMTP_PORT: '0',
        SMTP_PORT: 'off',
        METRICS_PORT: 'off',
        LOG_LEVEL: 'silent',
      },
      folder,
    ),
    openLog('silent'),
  );

beforeAll(async () => {
  if (!hasOutsideServer) return;
  server = await startOutsideServer();
  running = await startProduct();
  const url = new URL(server.ownerUrl);
  url.username = 'desk_app';
  url.password = running.platform.secrets.databasePassword;
  appUrl = url.toString();
  world = await makeWorld({ ...running.platform, ownerUrl: server.ownerUrl, appUrl });
});
afterAll(async () => {
  await running?.stop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function until<T>(read: () => Promise<T[]>, count: number): Promise<T[]> {
  for (const end = Date.now() + 15_000; ; ) {
    const found = await read();
    if (found.length >= count || Date.now() > end) return found;
    await new Promise(soon => setTimeout(soon, 50));
  }
}

const ticketsWith = (text: string, company = world.velo) =>
  company.run(null, ctx =>
    ctx.tx
      .selectFrom('tickets')
      .select(['id', 'requester_name'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where(ticketIdsMatching(ctx, text))
      .execute(),
  );

describe.skipIf(!hasOutsideServer)('on PostgreSQL 15, with an owner who is no superuser', () => {
  it('S36 a mail becomes a ticket that is found, answered and kept from other workspaces', async () => {
    await world.velo.run(null, ctx =>
      addMailbox(ctx, running.platform.secrets, {
        name: 'Support',
        address: 'support@velo.example',
        imap: null,
        smtp: null,
        folderId: null,
        teamId: null,
        language: 'fr',
        acknowledges: true,
        usesPlusAddress: false,
        isEnabled: true,
      }),
    );
    const lmtp = await openLmtp({ port: running.ports.lmtp! });
    const raw = [
      'From: =?utf-8?Q?H=C3=A9l=C3=A8ne?= Roux <helene@client.example>',
      'To: support@velo.example',
      'Subject: Panne',
      'Message-ID: <1@client.example>',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Les dérailleurs sont cassés.',
    ].join('\r\n');
    const [taken] = await lmtp.send({ from: 'helene@client.example', to: ['support@velo.example'], raw });
    await lmtp.close();
    expect(taken).toMatchObject({ accepted: true });
    const [ticket] = await until(() => ticketsWith('derailleur casse'), 1);
    expect(ticket).toMatchObject({ requester_name: 'Hélène Roux' });
    expect(await ticketsWith('derailleur casse', world.acme)).toEqual([]);
    await world.velo.run(world.lea, ctx =>
      reply(ctx, running.platform.secrets, ticket!.id, {
        html: '<p>Nous arrivons.</p>',
        fileIds: [],
        status: 'pending',
      }),
    );
    const kept = () =>
      world.velo.run(null, ctx =>
        ctx.tx
          .selectFrom('deliveries')
          .select('recipient')
          .where('workspace_id', '=', ctx.workspaceId)
          .where('purpose', '=', 'reply')
          .where('state', '=', 'kept')
          .execute(),
      );
    expect(await until(kept, 1)).toEqual([{ recipient: 'helene@client.example' }]);
  });

  it('S18 row-level security holds the app, and the owner too', async () => {
    const read = 'select workspace_id from tickets union all select workspace_id from contacts';
    expect(await askOf(appUrl, read)).toEqual([]);
    expect(await askOf(server.ownerUrl, read)).toEqual([]);
    const all = await server.ask(read);
    expect(all.length).toBeGreaterThan(1);
    const seen = await world.acme.run(null, ctx => sql`select id from contacts`.execute(ctx.tx));
    expect(seen.rows).toEqual([]);
    const forged = world.acme.run(null, ctx =>
      sql`insert into tags values (${world.velo.id}, ${world.velo.id}, 'x', 'x')`.execute(ctx.tx),
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  it('starts again on what the first start made', async () => {
    await running.stop();
    running = await startProduct();
    expect(await server.ask('select number from tickets')).toEqual([{ number: 1 }]);
  });

  it.each([
    ['fsync is off', 'alter system set fsync = off', 'alter system reset fsync'],
    [
      'synchronous_commit is off',
      'alter role desk_app set synchronous_commit = off',
      'alter role desk_app reset all',
    ],
  ])('S36 does not start when %s', async (setting, spoil, mend) => {
    await server.ask(spoil);
    await server.ask('select pg_reload_conf(), pg_sleep(0.3)');
    await expect(startProduct()).rejects.toThrow(`the database is not safe to use: ${setting}`);
    await server.ask(mend);
    await server.ask('select pg_reload_conf(), pg_sleep(0.3)');
    await (await startProduct()).stop();
  });
});
