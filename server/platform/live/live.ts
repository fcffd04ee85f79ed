// Screens hear within a moment what changed: ids only, they ask again for what they show. What is told is read from the
// log by tail(), so it does not matter which process made the change.
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type Ctx, type Database, type Scope, systemActor } from '../db/index.ts';
import { eventsSince, startOfTail, type TailCursor, type TailedEvent, tail } from '../events/index.ts';
import { checkOrigin, cookieName, type Door } from '../http/index.ts';
import type { Log } from '../log/index.ts';
import { type BellsOf, ringBells } from './bells.ts';
import { busOf } from './bus.ts';
import { every } from './every.ts';
import { openPresence } from './presence.ts';
import { type Group, groupsOf, type Known, type Listener, roomOf } from './viewers.ts';

const pollEveryMs = 250;
const recheckEveryMs = 3_500;
/** Sessions asked about at once: enough for five hundred lines in a second, few enough to leave the pool to requests. */
const recheckAtOnce = 4;
/** How long a page may take from asking for its data to listening; what happened meanwhile is told at once. */
const catchUpMs = 30_000;

export interface Live {
  connections(): number;
  stop(): Promise<void>;
}

/**
 * Starts live updates on the HTTP server: `changed` with `{tickets: [{id, eventId, kind}]}` and `presence` to agents of a
 * workspace, each only of what `known` says that they may know of (S19).
 */
export function startLive(options: {
  http: HttpServer;
  database: Database;
  door: Door;
  log: Log;
  known: Known;
  /** A text that differs when anything changed that every screen of the workspace shows. */
  settingsVersion?: (ctx: Ctx) => Promise<string>;
  bellsOf?: BellsOf;
}): Live {
  const { database, door, log, known } = options;
  const io = new Server(options.http, {
    path: '/socket.io',
    serveClient: false,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    maxHttpBufferSize: 20_000,
  });
  const bus = busOf(database);
  const presence = openPresence({ io, database, bus, known, log });
  const cursors = new Map<string, TailCursor>();
  const versions = new Map<string, string>();

  /** Who this socket belongs to; null when the session or the membership is gone (S26: also for sockets that are open). */
  async function admit(token: string | undefined, slug: string): Promise<Listener | null> {
    const signedIn = token ? await door.doors.signedIn(token) : null;
    const member = signedIn && (await door.doors.member(signedIn.identityId, slug));
    if (!member || !token) return null;
    const { workspaceId, agentId, onlyFolders } = member;
    return { workspaceId, slug, token, viewer: { agentId, onlyFolders } };
  }

  io.use(async (socket, next) => {
    try {
      checkOrigin(door, socket.request);
      const token = cookieOf(socket, cookieName(door.publicUrl));
      const listener = await admit(token, String(socket.handshake.query.workspace ?? ''));
      if (!listener) return next(new Error('signed-out'));
      socket.data = listener;
      await socket.join(roomOf(listener));
      next();
    } catch {
      next(new Error('refused'));
    }
  });

  io.on('connection', socket => {
    const { workspaceId, viewer } = socket.data as Listener;
    socket.on('here', said => presence.report(socket, said));
    socket.on('disconnect', () => presence.leave(socket));
    presence.greet(socket);
    database
      .run(scopeOf(workspaceId), async ctx => {
        if (!cursors.has(workspaceId)) cursors.set(workspaceId, await startOfTail(ctx.tx));
        const missed = await eventsSince(ctx.tx, workspaceId, new Date(ctx.now.getTime() - catchUpMs));
        if (missed.length === 0) return;
        const group = { room: socket.id, viewer };
        await tellOf(ctx, [group], missed);
      })
      // A screen that does not know what it missed is worse than one that connects again.
      .catch(() => socket.disconnect(true));
  });

  /** Tells each group of those events that it may know of. */
  async function tellOf(ctx: Ctx, groups: readonly Group[], events: TailedEvent[]): Promise<void> {
    const topics = [...new Set(events.map(event => event.ticket_id))];
    const viewers = groups.map(group => group.viewer);
    const allowed = await known(
      ctx,
      viewers,
      topics,
      events.map(event => event.id),
    );
    groups.forEach(({ room }, index) => {
      const theirs = events.filter(event => allowed[index]!.has(event.ticket_id));
      if (theirs.length > 0) io.to(room).emit('changed', told(theirs));
    });
  }

  async function poll(): Promise<void> {
    const groups = groupsOf(io);
    for (const workspaceId of cursors.keys())
      if (!groups.has(workspaceId)) {
        cursors.delete(workspaceId);
        versions.delete(workspaceId);
      }
    for (const [workspaceId, listening] of groups) {
      await database.run(scopeOf(workspaceId), async ctx => {
        const cursor = cursors.get(workspaceId);
        if (!cursor) return void cursors.set(workspaceId, await startOfTail(ctx.tx));
        const found = await tail(ctx.tx, workspaceId, cursor);
        const version = await options.settingsVersion?.(ctx);
        if (options.bellsOf) await ringBells(io, ctx, options.bellsOf);
        if (found.events.length > 0) {
          await tellOf(ctx, listening, found.events);
          // A ticket that moved has come into somebody's reach, or left it.
          if (listening.some(group => group.viewer.onlyFolders)) presence.lookAgain(workspaceId);
        }
        cursors.set(workspaceId, found.cursor);
        if (version !== undefined && version !== versions.get(workspaceId)) {
          if (versions.has(workspaceId)) for (const { room } of listening) io.to(room).emit('settings');
          versions.set(workspaceId, version);
        }
      });
    }
  }

  async function recheck(): Promise<void> {
    const lines = new Map<string, Socket[]>();
    for (const socket of io.sockets.sockets.values()) {
      const { token, slug } = socket.data as Listener;
      const key = `${slug} ${token}`;
      lines.set(key, [...(lines.get(key) ?? []), socket]);
    }
    const waiting = [...lines.values()];
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await recheckLines(next);
    };
    await Promise.all(Array.from({ length: recheckAtOnce }, work));
  }

  /** The lines of one session in one workspace: ended, or kept with what its person may see now. */
  async function recheckLines(sockets: Socket[]): Promise<void> {
    const { token, slug } = sockets[0]!.data as Listener;
    const listener = await admit(token, slug);
    for (const socket of sockets) {
      if (!listener) {
        socket.emit('signed-out');
        socket.disconnect(true);
        continue;
      }
      const before = roomOf(socket.data as Listener);
      if (roomOf(listener) === before) continue;
      socket.data = listener;
      await socket.leave(before);
      await socket.join(roomOf(listener));
      socket.emit('reach');
      presence.greet(socket);
    }
  }

  const stopHearing = bus.hear(word => {
    if (word.name === 'presence') return;
    for (const socket of io.sockets.sockets.values()) {
      const { workspaceId, viewer } = socket.data as Listener;
      if (workspaceId !== word.workspaceId) continue;
      const isMeant =
        word.to?.includes(viewer.agentId) || (word.topic && presence.topicOf(socket.id) === word.topic);
      if (isMeant) socket.emit(word.name, word.data);
    }
  });
  const line = bus.listen(log);
  const loops = [every(pollEveryMs, poll, log), every(recheckEveryMs, recheck, log)];
  return {
    connections: () => io.sockets.sockets.size,
    async stop() {
      stopHearing();
      for (const loop of loops) await loop.stop();
      await presence.stop();
      await line.stop();
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
