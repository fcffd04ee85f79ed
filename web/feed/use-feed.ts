import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useLiveState, useLiveTickets } from '../data/live.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { type FeedItem, merged } from './feed-groups.ts';
import type { feedQuery } from './feed-search.ts';

type Page = Reply<typeof routes.board.feed>;
type Cursor = string | undefined;

const none: FeedItem[] = [];
/** Events asked for at a time when many are told at once. */
const mostAtOnce = 50;

/**
 * The stream of a feed. What happens while it is open waits until it is asked for by `showNew`, or comes in by itself
 * while `isAtStart()` says that the reader looks at the newest.
 */
export function useFeed(query: ReturnType<typeof feedQuery>, isAtStart: () => boolean) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const key = useMemo(() => ['feed', slug, query] as const, [slug, query]);
  const [waiting, setWaiting] = useState<FeedItem[]>(none);
  const told = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const result = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as Cursor,
    getNextPageParam: (last: Page): Cursor => last.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.board.feed, { query: { ...query, before: pageParam } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  });

  const take = useCallback(
    (items: FeedItem[]) =>
      client.setQueryData<InfiniteData<Page, Cursor>>(key, data => {
        const [first, ...rest] = data?.pages ?? [];
        if (!data || !first) return data;
        return { ...data, pages: [{ ...first, items: merged(items, first.items) }, ...rest] };
      }),
    [client, key],
  );

  const ask = useCallback(async () => {
    timer.current = undefined;
    const only = [...told.current].slice(0, mostAtOnce);
    for (const id of only) told.current.delete(id);
    if (only.length === 0) return;
    const { items } = await call(routes.board.feed, { query: { ...query, only, limit: mostAtOnce } });
    if (isAtStart()) take(items);
    else setWaiting(before => merged(items, before));
    if (told.current.size > 0) await ask();
  }, [query, isAtStart, take]);

  useLiveTickets(tickets => {
    for (const ticket of tickets) told.current.add(ticket.eventId);
    // A lost answer is no loss: what is asked for when the line is back holds it.
    timer.current ??= setTimeout(() => void ask().catch(() => undefined), 150);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  // Another filter is another stream.
  useEffect(() => setWaiting(none), [key]);

  const known = useMemo(() => merged(...(result.data?.pages ?? []).map(page => page.items)), [result.data]);
  const fresh = useMemo(() => {
    const ids = new Set(known.map(item => item.id));
    return waiting.filter(item => !ids.has(item.id));
  }, [known, waiting]);
  const showNew = useCallback(() => {
    take(fresh);
    setWaiting(none);
  }, [take, fresh]);

  return { ...result, items: known, waiting: fresh.length, showNew, isLive: useLiveState() === 'live' };
}
