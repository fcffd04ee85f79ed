// Two processes on one database: a screen of the one hears what the other changed.
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedAt } from '../../desk/workspaces/index.ts';
import { composeHttp } from '../../http.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, password, type World } from '../../testing/world.ts';
import { openDatabase } from '../db/index.ts';
import { type Live, startLive } from './index.ts';

const desk = useDesk();
let world: World;
const stops: (() => Promise<unknown> | unknown)[] = [];
const ports: number[] = [];

beforeAll(async () => {
  world = await makeWorld(desk);
  for (let i = 0; i < 2; i++) {
    const database = openDatabase({ url: desk.appUrl, max: 4 });
    const platform = { ...desk, database };
    const { app, door } = await composeHttp(platform);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const live: Live = startLive({
      http: app.server,
      database,
      door,
      log: desk.log,
      settingsVersion: changedAt,
    });
    ports.push((app.server.address() as { port: number }).port);
    stops.push(
      () => database.close(),
      () => app.close(),
      () => live.stop(),
    );
  }
});
afterAll(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function signIn(port: number, email: string) {
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ');
  return { cookie, session: (await response.json()) as { csrfToken: string } };
}

function connect(
  port: number,
  cookie: string,
  workspace: string,
  headers: Record<string, string> = {},
): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${port}`, {
    query: { workspace },
    extraHeaders: { cookie, ...headers },
    transports: ['websocket'],
    reconnection: false,
  });
  stops.push(() => socket.close());
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(socket));
    socket.on('connect_error', reject);
  });
}

const next = <T>(socket: Socket, event: string) => new Promise<T>(resolve => socket.once(event, resolve));
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describe('live updates', () => {
  it('a change made through one process is on a screen of the other within a second', async () => {
    const { cookie } = await signIn(ports[0]!, 'lea@velo.example');
    const screen = await connect(ports[0]!, cookie, world.velo.slug);
    const stranger = await connect(
      ports[1]!,
      (await signIn(ports[1]!, 'bob@acme.example')).cookie,
      world.acme.slug,
    );
    const overheard: unknown[] = [];
    stranger.on('changed', told => overheard.push(told));
    await pause(400);
    const told = next<{ tickets: { id: string; kind: string }[] }>(screen, 'changed');
    const startedAt = Date.now();
    const { ticketId } = await openByMail(world.velo);
    expect((await told).tickets).toMatchObject([{ id: ticketId, kind: 'ticket.opened' }]);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    await pause(400);
    expect(overheard).toEqual([]);
  });

  it('what happened while a page was loading is told as soon as it listens', async () => {
    const { cookie } = await signIn(ports[1]!, 'nina@velo.example');
    const { ticketId } = await openByMail(world.velo);
    const socket = io(`http://127.0.0.1:${ports[1]}`, {
      query: { workspace: world.velo.slug },
      extraHeaders: { cookie },
      transports: ['websocket'],
    });
    stops.push(() => socket.close());
    const told = await next<{ tickets: { id: string }[] }>(socket, 'changed');
    expect(told.tickets.map(ticket => ticket.id)).toContain(ticketId);
  });

  it('LUM-26 a tag added through one process reaches the screens of the other', async () => {
    const { cookie, session } = await signIn(ports[0]!, 'lea@velo.example');
    const screen = await connect(ports[1]!, cookie, world.velo.slug);
    await pause(600);
    const changed = next(screen, 'settings');
    const startedAt = Date.now();
    await fetch(`http://127.0.0.1:${ports[0]}/api/w/${world.velo.slug}/tags`, {
      method: 'POST',
      headers: { cookie, 'x-csrf-token': session.csrfToken, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Urgent', colour: '#c92a2a' }),
    });
    await changed;
    expect(Date.now() - startedAt).toBeLessThan(1_500);
  });

  it('S18 a socket of another workspace, without a session or from another site is refused', async () => {
    const { cookie } = await signIn(ports[0]!, 'bob@acme.example');
    await expect(connect(ports[0]!, cookie, world.velo.slug)).rejects.toThrow();
    await expect(connect(ports[0]!, '', world.acme.slug)).rejects.toThrow();
    await expect(
      connect(ports[0]!, cookie, world.acme.slug, { origin: 'https://evil.example' }),
    ).rejects.toThrow();
  });

  it('S26 S19 a session that ends takes its open sockets with it within 5 s, also in the other process', async () => {
    const { cookie, session } = await signIn(ports[0]!, 'karim@velo.example');
    const screen = await connect(ports[0]!, cookie, world.velo.slug);
    const gone = next(screen, 'disconnect');
    const startedAt = Date.now();
    await fetch(`http://127.0.0.1:${ports[1]}/api/session`, {
      method: 'DELETE',
      headers: { cookie, 'x-csrf-token': session.csrfToken },
    });
    await gone;
    expect(Date.now() - startedAt).toBeLessThan(6_000);
  });
});
