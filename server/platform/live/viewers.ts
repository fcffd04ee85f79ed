// Who listens on open lines, gathered by what they may know of: a check is made once for each such group.
import type { Server } from 'socket.io';
import type { Ctx } from '../db/index.ts';
import type { Member } from '../http/index.ts';

export type Viewer = Pick<Member, 'agentId' | 'onlyFolders'>;

/**
 * Says which of some topics (ids of things) each viewer may know of, in the order of the viewers. With the ids of events,
 * who could see a topic until one of them may know of it too, so that it goes from their screen.
 */
export type Known = (
  ctx: Ctx,
  viewers: readonly Viewer[],
  topics: readonly string[],
  eventIds?: readonly string[],
) => Promise<ReadonlySet<string>[]>;

export interface Listener {
  workspaceId: string;
  slug: string;
  token: string;
  viewer: Viewer;
}

/** Sockets of a workspace that may know of the same things. */
export interface Group {
  /** The room of socket.io that they are in. */
  room: string;
  viewer: Viewer;
}

/** The room of a listener's group: all who see everything are one, an agent with limits is one for themselves. */
export function roomOf({ workspaceId, viewer }: Listener): string {
  const { agentId, onlyFolders } = viewer;
  return onlyFolders ? `${workspaceId} ${agentId} ${onlyFolders.join(' ')}` : `${workspaceId} *`;
}

/** The groups that listen here now, by workspace. */
export function groupsOf(io: Server): Map<string, Group[]> {
  const groups = new Map<string, Group[]>();
  const seen = new Set<string>();
  for (const socket of io.sockets.sockets.values()) {
    const listener = socket.data as Listener;
    const room = roomOf(listener);
    if (seen.has(room)) continue;
    seen.add(room);
    const group = { room, viewer: listener.viewer };
    groups.set(listener.workspaceId, [...(groups.get(listener.workspaceId) ?? []), group]);
  }
  return groups;
}
