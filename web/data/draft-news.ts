// What became of drafts in other tabs and at other desks, and the moment at which the line is back.
import type { Socket } from 'socket.io-client';
import type { DraftNews } from '../../contract/live.ts';

const listeners = new Set<(news: DraftNews) => void>();
const waiting = new Set<() => void>();

/** Takes news of drafts from this line. */
export function keepDraftNews(socket: Pick<Socket, 'on'>): void {
  socket.on('drafts', (news: DraftNews) => {
    for (const listener of listeners) listener(news);
  });
  socket.on('connect', tellBack);
}

function tellBack(): void {
  for (const listener of waiting) listener();
}
if (typeof window !== 'undefined') window.addEventListener('online', tellBack);

/** Calls the listener with each piece of news. Gives the function that ends it. */
export function onDraftNews(listener: (news: DraftNews) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Calls the listener whenever the server can be reached again, also after signing in again. */
export function onBack(listener: () => void): () => void {
  waiting.add(listener);
  return () => void waiting.delete(listener);
}
