// What others do arrives here. The server sends ids only; the screens ask again for what they show.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Socket } from 'socket.io-client';
import { keepDraftNews } from './draft-news.ts';
import { earlyAge } from './early.ts';
import { keepPresence } from './presence.ts';
import { setSignedOut } from './signed-out.ts';
import { createStore } from './store.ts';

export interface LiveTicket {
  id: string;
  eventId: string;
  kind: string;
}
export type LiveState = 'connecting' | 'live' | 'gone';

/** How long what was asked before the line stood may be old without being asked again, in milliseconds. */
const quietMs = 2_000;
const none: ReadonlySet<string> = new Set();
const ticketListeners = new Set<(tickets: LiveTicket[]) => void>();
const state = createStore<LiveState>('connecting');

/** Marks as stale every query that shows one of these tickets, by id or by number. */
export function invalidateTickets(client: QueryClient, ids: ReadonlySet<string>): void {
  void client.invalidateQueries({ queryKey: ['tickets'] });
  void client.invalidateQueries({
    predicate: query => {
      const [first, ref] = query.queryKey;
      if (first !== 'ticket') return false;
      if (typeof ref === 'string' && ids.has(ref)) return true;
      // A ticket shown by number: its id is known once its detail is in the cache.
      const known = client.getQueryData<{ id?: string }>(['ticket', ref])?.id;
      return known === undefined ? !isId(ref) : ids.has(known);
    },
  });
}

const uuid = /^[0-9a-f-]{36}$/i;

function isId(ref: unknown): boolean {
  return typeof ref === 'string' && uuid.test(ref);
}

/** Hears what the server tells on an open line and keeps the queries fresh by it. Gives the function that stops it. */
export function listenLive(socket: Pick<Socket, 'on' | 'close'>, client: QueryClient): () => void {
  let waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLive = false;

  function flush(): void {
    timer = undefined;
    invalidateTickets(client, waiting);
    waiting = new Set();
  }

  socket.on('connect', () => {
    state.set('live');
    // What happened while the line was down was not told, nor what did before a slow page had one.
    if (wasLive) void client.invalidateQueries();
    else if (earlyAge() > quietMs) invalidateTickets(client, none);
    wasLive = true;
  });
  socket.on('disconnect', () => state.set('gone'));
  socket.on('connect_error', () => state.set('gone'));
  socket.on('changed', ({ tickets = [] }: { tickets?: LiveTicket[] }) => {
    for (const ticket of tickets) waiting.add(ticket.id);
    for (const listener of ticketListeners) listener(tickets);
    // A bulk change arrives as many messages; one refetch serves them all.
    timer ??= setTimeout(flush, 120);
  });
  // The session was ended elsewhere, or the agent was disabled (S26): the line does not come back by itself.
  socket.on('signed-out', () => setSignedOut(true));
  // What this person may see is another now: everything on the screen is asked for again.
  socket.on('reach', () => void client.invalidateQueries());
  socket.on('bell', () => void client.invalidateQueries({ queryKey: ['notifications'] }));
  socket.on('settings', () => void client.invalidateQueries({ queryKey: ['desk'] }));
  return () => {
    clearTimeout(timer);
    socket.close();
    state.set('connecting');
  };
}

/** Opens the live line of a workspace; its code is fetched apart, the page does not wait for it. */
function connectLive(slug: string, client: QueryClient): () => void {
  let isStopped = false;
  let stop = () => {
    isStopped = true;
  };
  void import('socket.io-client')
    .then(({ io }) => {
      if (isStopped) return;
      const socket = io({ path: '/socket.io', query: { workspace: slug }, withCredentials: true });
      keepDraftNews(socket);
      const stopPresence = keepPresence(socket);
      const stopListening = listenLive(socket, client);
      stop = () => {
        stopPresence();
        stopListening();
      };
    })
    .catch(() => state.set('gone'));
  return () => stop();
}

/** Keeps the live line of this workspace open while the component is shown. */
export function useLiveConnection(slug: string, isSignedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!slug || !isSignedIn) return;
    return connectLive(slug, client);
  }, [slug, isSignedIn, client]);
}

/** Calls the handler with the tickets that have just changed: [{id, eventId, kind}]. */
export function useLiveTickets(handler: (tickets: LiveTicket[]) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const listener = (tickets: LiveTicket[]) => latest.current(tickets);
    ticketListeners.add(listener);
    return () => void ticketListeners.delete(listener);
  }, []);
}

/** Whether changes by others arrive: 'connecting' at first, then 'live' or 'gone'. */
export const useLiveState = state.use;
