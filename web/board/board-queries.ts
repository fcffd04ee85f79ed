import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { BoardColumn } from '../../contract/board.ts';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { type Page, pageAgain, rowsOf } from '../tickets/list-pages.ts';
import { type ListSearch, listQuery } from '../tickets/list-search.ts';

export type Board = Reply<typeof routes.board.board>;
export type Column = Board['columns'][number];

/** The list's filters as the board's. */
export function boardQuery(search: ListSearch) {
  const { view: _, sort: __, ...filters } = listQuery('all', search);
  return filters;
}
export type Filters = ReturnType<typeof boardQuery>;

/** Cards of a column at first, and when its later pages are loaded already and must keep their place. */
const firstCards = 30;
const cardsAgain = 60;

/** All columns with their first cards, in one request; asked again when a ticket changes. */
export function useBoard(query: Filters) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const key = ['tickets', slug, 'board', query] as const;
  const deep = useRef(new Set<BoardColumn>());
  const result = useQuery({
    queryKey: key,
    queryFn: async ({ signal }): Promise<Board> => {
      const before = client.getQueryData<Board>(key);
      const limit = before && deep.current.size > 0 ? cardsAgain : firstCards;
      const fresh = await call(routes.board.board, { query: { ...query, limit } }, { signal });
      if (!before) return fresh;
      const columns = fresh.columns.map(column => {
        const earlier = deep.current.has(column.name) && before.columns.find(one => one.name === column.name);
        return earlier
          ? { ...column, ...pageAgain(earlier, column, query.q ? 'recent' : 'waiting') }
          : column;
      });
      return { columns };
    },
    staleTime: 10_000,
  });
  const setDeep = useCallback((name: BoardColumn) => void deep.current.add(name), []);
  return { ...result, setDeep };
}

/** The cards of one column: those that came with the board, and more when its end comes into sight. */
export function useColumnCards(column: Column, query: Filters, onDeep: (name: BoardColumn) => void) {
  const slug = useWorkspaceSlug();
  const [isDeep, setIsDeep] = useState(false);
  const { name, next } = column;
  const more = useInfiniteQuery({
    queryKey: ['tickets', slug, 'board-column', name, next, query],
    enabled: isDeep && next !== null,
    initialPageParam: next ?? '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      call(
        routes.board.boardColumn,
        { params: { column: name }, query: { ...query, after: pageParam } },
        { signal },
      ),
    staleTime: 10_000,
  });
  const pages = more.data?.pages ?? [];
  const hasMore = isDeep && more.data ? more.hasNextPage : next !== null;
  const { fetchNextPage, isFetching } = more;
  const loadMore = useCallback(() => {
    onDeep(name);
    setIsDeep(true);
    if (isDeep && !isFetching) void fetchNextPage();
  }, [onDeep, name, isDeep, isFetching, fetchNextPage]);
  return {
    cards: rowsOf([column, ...pages]),
    hasMore,
    isLoading: isFetching,
    isFailed: more.isError,
    loadMore,
    retry: () => void more.refetch(),
  };
}
