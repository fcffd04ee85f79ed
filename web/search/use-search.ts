import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { Section } from '../../contract/routes/search.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';

export type Results = Reply<typeof routes.search.search>;
export type TicketHit = Results['tickets'][number];
export type FileHit = Results['files'][number];
export type ContactHit = Results['contacts'][number];

/** Everything found for the words, page by page. Kept on the screen while the next words are searched for. */
export function useSearch(q: string, section: Section, isExact: boolean) {
  const slug = useWorkspaceSlug();
  return useInfiniteQuery({
    queryKey: ['search', slug, q, section, isExact],
    enabled: q !== '',
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Results) => last.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        routes.search.search,
        { query: { q, section, after: pageParam, exact: isExact ? 'yes' : 'no' } },
        { signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
