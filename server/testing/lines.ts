// Two processes on the database of a test desk, with their live lines, and people's open lines to them.
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll } from 'vitest';
import { knownTickets } from '../desk/tickets/index.ts';
import { changedAt } from '../desk/workspaces/index.ts';
import { composeHttp } from '../http.ts';
import { openDatabase } from '../platform/db/index.ts';
import { startLive } from '../platform/live/index.ts';
import type { TestDesk } from './desk.ts';
import { password } from './world.ts';

export interface Person {
  cookie: string;
  /** Sends a request to one of the processes. */
  send(method: string, path: string, body?: unknown, process?: number): Promise<Response>;
}

/** To be called after useDesk at the top of a test file. */
export function useLines(desk: TestDesk) {
  const stops: (() => Promise<unknown> | unknown)[] = [];
  const ports: number[] = [];
  beforeAll(async () => {
    for (let i = 0; i < 2; i++) {
      const database = openDatabase({ url: desk.appUrl, max: 4 });
      const { app, door } = await composeHttp({ ...desk, database });
      await app.listen({ port: 0, host: '127.0.0.1' });
      const parts = { http: app.server, database, door, log: desk.log };
      const live = startLive({ ...parts, known: knownTickets, settingsVersion: changedAt });
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

  const urlOf = (process: number) => `http://127.0.0.1:${ports[process]}`;
  return {
    async signIn(email: string, process = 0): Promise<Person> {
      const response = await fetch(`${urlOf(process)}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      const cookies = response.headers.getSetCookie().map(one => one.split(';')[0]);
      const cookie = cookies.join('; ');
      const { csrfToken } = (await response.json()) as { csrfToken: string };
      const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' };
      return {
        cookie,
        send: (method, path, body, to = process) =>
          fetch(`${urlOf(to)}${path}`, {
            method,
            headers: body === undefined ? { cookie, 'x-csrf-token': csrfToken } : headers,
            ...(body !== undefined && { body: JSON.stringify(body) }),
          }),
      };
    },

    /** Opens a line; `hear` is called before anything can arrive. @throws when it is refused */
    connect(
      process: number,
      cookie: string,
      workspace: string,
      headers: Record<string, string> = {},
      hear?: (socket: Socket) => void,
    ): Promise<Socket> {
      const socket = io(urlOf(process), {
        query: { workspace },
        extraHeaders: { cookie, ...headers },
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
      });
      hear?.(socket);
      stops.push(() => socket.close());
      return new Promise((resolve, reject) => {
        socket.on('connect', () => resolve(socket));
        socket.on('connect_error', reject);
      });
    },
  };
}

/** A promise with the function that fulfils it. */
export function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>(done => {
    resolve = done;
  });
  return { promise, resolve };
}
