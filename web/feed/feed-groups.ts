import type { z } from 'zod';
import type { feedItem } from '../../contract/routes/board.ts';

export type FeedItem = z.infer<typeof feedItem>;
export interface FeedGroup {
  key: string;
  ticket: FeedItem['ticket'];
  items: FeedItem[];
}

/** Newer and older items as one stream, newest first, each once: ids carry their time. */
export function merged(...lists: (readonly FeedItem[])[]): FeedItem[] {
  const byId = new Map(lists.flat().map(item => [item.id, item]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Consecutive items of one ticket stand together, in the order of the stream. */
export function groupsOf(items: readonly FeedItem[]): FeedGroup[] {
  const groups: FeedGroup[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.ticket.id === item.ticket.id) last.items.push(item);
    else groups.push({ key: item.id, ticket: item.ticket, items: [item] });
  }
  return groups;
}
