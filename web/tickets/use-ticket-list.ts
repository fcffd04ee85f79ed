import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { listKey } from '../messages/ticket-keys.ts';
import { type Page, pageAgain, pageSize, pagesInSight, type Row, rowsOf, surplus } from './list-pages.ts';
import type { listQuery } from './list-search.ts';

type Cursor = string | undefined;
const noPages: Page[] = [];
/** After so many pages in a row that found next to nothing, the reader is asked whether to look further back. */
const patience = 20;

/** The first page of a view, for asking before its list is there. */
export function firstPageQuery(slug: string, query: ReturnType<typeof listQuery>) {
  return {
    queryKey: listKey(slug, query),
    initialPageParam: undefined as Cursor,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Page> =>
      call(routes.tickets.list, { query: { ...query, after: undefined, limit: pageSize } }, { signal }),
  };
}

/**
 * The rows of a view, page by page. When something changes, only the pages in sight are asked again; the others keep
 * their rows until they come into sight, so that a list of a thousand pages costs no more to keep fresh than one of two.
 */
export function useTicketList(query: ReturnType<typeof listQuery>) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const key = listKey(slug, query);
  const sight = useRef({ from: 0, to: 1 });
  const stale = useRef(new Set<number>());

  const result = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as Cursor,
    getNextPageParam: (last: Page): Cursor => last.next ?? undefined,
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const known = client.getQueryData<InfiniteData<Page, Cursor>>(key);
      const index = known?.pageParams.indexOf(pageParam) ?? -1;
      const before = known?.pages[index];
      if (before && (index < sight.current.from || index > sight.current.to)) {
        stale.current.add(index);
        return before;
      }
      stale.current.delete(index);
      const limit = before ? Math.min(200, Math.max(pageSize, before.tickets.length) + surplus) : pageSize;
      const fresh = await call(
        routes.tickets.list,
        { query: { ...query, after: pageParam, limit } },
        { signal },
      );
      return before ? pageAgain(before, fresh, query.sort) : fresh;
    },
    staleTime: 10_000,
  });

  const pages = result.data?.pages ?? noPages;
  const rows: Row[] = useMemo(() => rowsOf(pages), [pages]);
  const { refetch } = result;

  /** Tells which rows are on the screen, by index. */
  const setSight = useCallback(
    (first: number, last: number) => {
      sight.current = pagesInSight(pages, first, last);
      for (let index = sight.current.from; index <= sight.current.to; index++) {
        if (stale.current.has(index)) return void refetch();
      }
    },
    [pages, refetch],
  );

  const [allowed, setAllowed] = useState(patience);
  const sparse = pages.filter(page => page.tickets.length < pageSize / 4).length;
  const isPaused = result.hasNextPage && sparse >= allowed;
  const { fetchNextPage } = result;
  /** Asks for the next page, unless the list is paused. */
  const goOn = useCallback(() => {
    if (!isPaused) void fetchNextPage();
  }, [isPaused, fetchNextPage]);
  const resume = useCallback(() => {
    setAllowed(sparse + patience);
    void fetchNextPage();
  }, [sparse, fetchNextPage]);

  return { ...result, rows, setSight, goOn, isPaused, resume };
}
