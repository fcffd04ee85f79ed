// Presence: what each open line shows, kept in a table so that processes see each other, told as differences. Sockets
// report as often as they like; this process writes at most twenty times and tells at most four times a second.
import type { Server, Socket } from 'socket.io';
import { hereReport, type PresenceNews } from '../../../contract/live.ts';
import { type Ctx, type Database, systemActor } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../log/index.ts';
import type { Bus } from './bus.ts';
import { every } from './every.ts';
import { dropHere, type Here, keepHere, readHere, saveHere } from './presence-rows.ts';
import { differences, type View, viewOf, within } from './presence-view.ts';
import { type Group, groupsOf, type Known, type Listener, roomOf, type Viewer } from './viewers.ts';

const saveEveryMs = 50;
const tellEveryMs = 250;
const keepEveryMs = 10_000;

interface Entry extends Here {
  workspaceId: string;
  viewer: Viewer;
}

const nobody: View = new Map();

export function openPresence(options: { io: Server; database: Database; bus: Bus; known: Known; log: Log }) {
  const { io, database, bus, known, log } = options;
  const processId = newId();
  /** What the sockets of this process say, and which of them are not written yet, with their workspaces. */
  const here = new Map<string, Entry>();
  let unsaved = new Map<string, string>();
  /** Workspaces to look at again, and what each group was told last. */
  let changed = new Set<string>();
  const told = new Map<string, View>();

  const run = <T>(workspaceId: string, work: (ctx: Ctx) => Promise<T>) =>
    database.run({ workspaceId, actor: systemActor('live') }, work);

  function greet(socket: Socket): void {
    const listener = socket.data as Listener;
    changed.add(listener.workspaceId);
    const view = told.get(roomOf(listener)) ?? nobody;
    const news: PresenceNews = { isWhole: true, topics: Object.fromEntries(view) };
    socket.emit('presence', news);
  }

  function report(socket: Socket, said: unknown): void {
    const { workspaceId, viewer } = socket.data as Listener;
    const { data } = hereReport.safeParse(said);
    // What a page of another version says is not understood, and nothing is shown of it.
    if (!data?.topic) here.delete(socket.id);
    else
      here.set(socket.id, {
        workspaceId,
        viewer,
        memberId: viewer.agentId,
        topic: data.topic,
        state: data.state,
      });
    unsaved.set(socket.id, workspaceId);
  }

  function leave(socket: Socket): void {
    const entry = here.get(socket.id);
    if (!entry) return;
    here.delete(socket.id);
    unsaved.set(socket.id, entry.workspaceId);
  }

  async function save(): Promise<void> {
    const batch = unsaved;
    unsaved = new Map();
    for (const workspaceId of new Set(batch.values())) {
      const ids = [...batch].flatMap(([id, owner]) => (owner === workspaceId ? [id] : []));
      try {
        await run(workspaceId, async ctx => saveHere(ctx, processId, await checked(ctx, ids)));
      } catch (error) {
        for (const id of ids) unsaved.set(id, workspaceId);
        throw error;
      }
      bus.tell({ workspaceId, name: 'presence' });
    }
  }

  /** What these sockets show, nothing where they name what they may not know of: it would be seen by those who may. */
  async function checked(ctx: Ctx, ids: string[]): Promise<[string, Here | null][]> {
    const entries = ids.map(id => [id, here.get(id) ?? null] as [string, Entry | null]);
    const present = entries.flatMap(([, entry]) => entry ?? []);
    const topics = [...new Set(present.map(entry => entry.topic))];
    const viewers = present.map(entry => entry.viewer);
    const allowed = topics.length > 0 ? await known(ctx, viewers, topics) : [];
    return entries.map(([id, entry]) => {
      const isKnown = entry && allowed[present.indexOf(entry)]?.has(entry.topic);
      if (entry && !isKnown) here.delete(id);
      return [id, isKnown ? entry : null];
    });
  }

  async function tell(): Promise<void> {
    const batch = changed;
    changed = new Set();
    const groups = groupsOf(io);
    const rooms = new Set([...groups.values()].flat().map(group => group.room));
    for (const room of told.keys()) if (!rooms.has(room)) told.delete(room);
    for (const workspaceId of batch) {
      const listening = groups.get(workspaceId);
      if (!listening) continue;
      try {
        await run(workspaceId, ctx => tellGroups(ctx, listening));
      } catch (error) {
        changed.add(workspaceId);
        throw error;
      }
    }
  }

  async function tellGroups(ctx: Ctx, groups: Group[]): Promise<void> {
    const view = viewOf(await readHere(ctx));
    const viewers = groups.map(group => group.viewer);
    const allowed = await known(ctx, viewers, [...view.keys()]);
    groups.forEach(({ room }, index) => {
      const theirs = within(view, allowed[index]!);
      const topics = differences(told.get(room) ?? nobody, theirs);
      told.set(room, theirs);
      if (topics) io.to(room).emit('presence', { isWhole: false, topics } satisfies PresenceNews);
    });
  }

  async function keep(): Promise<void> {
    for (const workspaceId of groupsOf(io).keys()) {
      await run(workspaceId, ctx => keepHere(ctx, processId));
      // What expired is nobody's news; and where no word came through, this is how the others' is heard.
      changed.add(workspaceId);
    }
  }

  const stopHearing = bus.hear(
    word => {
      if (word.name === 'presence') changed.add(word.workspaceId);
    },
    () => {
      for (const workspaceId of groupsOf(io).keys()) changed.add(workspaceId);
    },
  );
  const loops = [every(saveEveryMs, save, log), every(tellEveryMs, tell, log), every(keepEveryMs, keep, log)];
  return {
    greet,
    report,
    leave,
    /** What this socket has open, as far as it may. */
    topicOf: (socketId: string): string | undefined => here.get(socketId)?.topic,
    /** To be called when it may have changed who may know of what. */
    lookAgain: (workspaceId: string): void => void changed.add(workspaceId),
    async stop(): Promise<void> {
      stopHearing();
      for (const loop of loops) await loop.stop();
      const workspaces = new Set([...here.values()].map(entry => entry.workspaceId));
      for (const workspaceId of workspaces)
        await run(workspaceId, ctx => dropHere(ctx, processId)).catch(() => {});
      for (const workspaceId of workspaces) bus.tell({ workspaceId, name: 'presence' });
    },
  };
}
