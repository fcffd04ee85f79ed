// Screens hear within a moment what changed: ids only, they ask again for what they show. What is told is read from the
// log by tail(), so it does not matter which process made the change.
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type Ctx, type Database, type Scope, systemActor } from '../db/index.ts';
import { eventsSince, startOfTail, type TailCursor, type TailedEvent, tail } from '../events/index.ts';
import { checkOrigin, cookieName, type Door } from '../http/index.ts';
import type { Log } from '../log/index.ts';

const pollEveryMs = 250;
const recheckEveryMs = 4_000;
/** How long a page may take from asking for its data to listening; what happened meanwhile is told at once. */
const catchUpMs = 30_000;

export interface Live {
  connections(): number;
  stop(): Promise<void>;
}

interface Listener {
  workspaceId: string;
  slug: string;
  token: string;
}

/** Starts live updates on the HTTP server: `changed` with `{tickets: [{id, eventId, kind}]}` to agents of a workspace. */
export function startLive(options: {
  http: HttpServer;
  database: Database;
  door: Door;
  log: Log;
  /** A text that differs when anything changed that every screen of the workspace shows. */
  settingsVersion?: (ctx: Ctx) => Promise<string>;
}): Live {
  const { database, door, log } = options;
  const io = new Server(options.http, {
    path: '/socket.io',
    serveClient: false,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    maxHttpBufferSize: 20_000,
  });
  const cursors = new Map<string, TailCursor>();
  const versions = new Map<string, string>();

  /** Who this socket belongs to; null when the session or the membership is gone (S26: also for sockets that are open). */
  async function admit(token: string | undefined, slug: string): Promise<Listener | null> {
    const signedIn = token ? await door.doors.signedIn(token) : null;
    const member = signedIn && (await door.doors.member(signedIn.identityId, slug));
    return member && token ? { workspaceId: member.workspaceId, slug, token } : null;
  }

  io.use(async (socket, next) => {
    try {
      checkOrigin(door, socket.request);
      const token = cookieOf(socket, cookieName(door.publicUrl));
      const listener = await admit(token, String(socket.handshake.query.workspace ?? ''));
      if (!listener) return next(new Error('signed-out'));
      socket.data = listener;
      await socket.join(listener.workspaceId);
      next();
    } catch {
      next(new Error('refused'));
    }
  });

  io.on('connection', socket => {
    const { workspaceId } = socket.data as Listener;
    database
      .run(scopeOf(workspaceId), async ctx => {
        if (!cursors.has(workspaceId)) cursors.set(workspaceId, await startOfTail(ctx.tx));
        const missed = await eventsSince(ctx.tx, workspaceId, new Date(ctx.now.getTime() - catchUpMs));
        if (missed.length > 0) socket.emit('changed', told(missed));
      })
      // A screen that does not know what it missed is worse than one that connects again.
      .catch(() => socket.disconnect(true));
  });

  async function poll(): Promise<void> {
    for (const workspaceId of cursors.keys())
      if (!io.sockets.adapter.rooms.has(workspaceId)) {
        cursors.delete(workspaceId);
        versions.delete(workspaceId);
      }
    for (const workspaceId of io.sockets.adapter.rooms.keys()) {
      if (io.sockets.sockets.has(workspaceId)) continue;
      await database.run(scopeOf(workspaceId), async ctx => {
        const cursor = cursors.get(workspaceId);
        if (!cursor) return void cursors.set(workspaceId, await startOfTail(ctx.tx));
        const found = await tail(ctx.tx, workspaceId, cursor);
        cursors.set(workspaceId, found.cursor);
        const version = await options.settingsVersion?.(ctx);
        if (version !== undefined && version !== versions.get(workspaceId)) {
          if (versions.has(workspaceId)) io.to(workspaceId).emit('settings');
          versions.set(workspaceId, version);
        }
        if (found.events.length > 0) {
          io.to(workspaceId).emit('changed', told(found.events));
        }
      });
    }
  }

  async function recheck(): Promise<void> {
    for (const socket of io.sockets.sockets.values()) {
      const { token, slug } = socket.data as Listener;
      if (!(await admit(token, slug))) {
        socket.emit('signed-out');
        socket.disconnect(true);
      }
    }
  }

  const loops = [every(pollEveryMs, poll, log), every(recheckEveryMs, recheck, log)];
  return {
    connections: () => io.sockets.sockets.size,
    async stop() {
      for (const loop of loops) await loop.stop();
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

const scopeOf = (workspaceId: string): Scope => ({ workspaceId, actor: systemActor('live') });

function told(events: TailedEvent[]) {
  return { tickets: events.map(event => ({ id: event.ticket_id, eventId: event.id, kind: event.kind })) };
}

function cookieOf(socket: Socket, name: string): string | undefined {
  const header = socket.request.headers.cookie ?? '';
  const pair = header.split(/;\s*/).find(part => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** Runs work again and again with a pause between; a failure is logged and does not end the loop. */
function every(pauseMs: number, work: () => Promise<void>, log: Log) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = () => {
    running = work()
      .catch(error => log.warn({ err: error }, 'live updates paused'))
      .then(() => {
        if (!stopped) timer = setTimeout(turn, pauseMs);
      });
  };
  turn();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
