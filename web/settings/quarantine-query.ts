import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';

type Page = Reply<typeof routes.quarantine.list>;
export type MailAside = Page['mails'][number];

export const quarantineKey = (slug: string) => ['quarantine', slug] as const;

/** What was set aside, newest first, page by page; asked again every half minute while it is looked at. */
export function quarantineQuery(slug: string) {
  return {
    queryKey: quarantineKey(slug),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }): Promise<Page> =>
      call(routes.quarantine.list, { query: { before: pageParam } }, { signal }),
    getNextPageParam: (last: Page) => (last.hasMore ? last.mails.at(-1)?.id : undefined),
    refetchInterval: 30_000,
  };
}

/** One of them, with the beginning of its text. */
export function mailAsideQuery(slug: string, id: string) {
  return {
    queryKey: [...quarantineKey(slug), id],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(routes.quarantine.read, { params: { id } }, { signal }),
  };
}
