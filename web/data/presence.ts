// Who else has a ticket open and what they do there, as the live line tells it; and what this tab says of itself.
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';
import type { HereReport, People, PresenceNews, PresenceState } from '../../contract/live.ts';
import { useDesk } from './desk.ts';

const shown = new Map<string, People>();
const listeners = new Set<() => void>();
const nobody: People = {};
let said: HereReport = { topic: null, state: 'viewing' };
let line: Pick<Socket, 'emit'> | null = null;

/** Takes in what the server tells of who has what open. */
export function takePresence({ isWhole, topics }: PresenceNews): void {
  if (isWhole) shown.clear();
  for (const [topic, people] of Object.entries(topics)) {
    if (Object.keys(people).length > 0) shown.set(topic, people);
    else shown.delete(topic);
  }
  for (const listener of listeners) listener();
}

/** Keeps presence over this line, also when it comes back after a break. Gives the function that ends it. */
export function keepPresence(socket: Pick<Socket, 'on' | 'emit'>): () => void {
  line = socket;
  socket.on('presence', takePresence);
  socket.on('connect', () => socket.emit('here', said));
  // What was known of others is no longer kept fresh.
  socket.on('disconnect', () => takePresence({ isWhole: true, topics: {} }));
  return () => {
    line = null;
    takePresence({ isWhole: true, topics: {} });
  };
}

/** Says what this tab shows now; said once, and again whenever the line comes back. */
export function sayHere(report: HereReport): void {
  if (said.topic === report.topic && said.state === report.state) return;
  said = report;
  line?.emit('here', report);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export interface Teammate {
  id: string;
  name: string;
  state: PresenceState;
}

/** The teammates who have a thing open, by name; never oneself. */
export function useTeammatesAt(topic: string): Teammate[] {
  const people = useSyncExternalStore(
    subscribe,
    useCallback(() => shown.get(topic) ?? nobody, [topic]),
  );
  const desk = useDesk().data;
  return useMemo(() => {
    if (people === nobody || !desk) return [];
    return desk.agents
      .filter(agent => agent.id !== desk.me.id && people[agent.id])
      .map(({ id, name }) => ({ id, name, state: people[id]! }));
  }, [people, desk]);
}
