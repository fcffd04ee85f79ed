import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';

type Page = Reply<typeof routes.imports.list>;
export type MailImport = Page['imports'][number];

export const importsKey = (slug: string) => ['imports', slug] as const;
export const isUnderWay = ({ state }: MailImport) => state !== 'done' && state !== 'failed';

/** All imports with their reports; asked again every two seconds while one is under way. */
export function importsQuery(slug: string) {
  return {
    queryKey: importsKey(slug),
    queryFn: ({ signal }: { signal: AbortSignal }) => call(routes.imports.list, {}, { signal }),
    refetchInterval: (query: { state: { data?: Page } }) =>
      query.state.data?.imports.some(isUnderWay) ? 2_000 : false,
  } as const;
}

/** The mails of an import that became no ticket, page by page. */
export function skippedQuery(slug: string, id: string) {
  return {
    queryKey: [...importsKey(slug), id, 'skipped'],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }: { pageParam: number | undefined; signal: AbortSignal }) =>
      call(routes.imports.skipped, { params: { id }, query: { after: pageParam } }, { signal }),
    getNextPageParam: (last: Reply<typeof routes.imports.skipped>) =>
      last.hasMore ? last.mails.at(-1)?.place : undefined,
  };
}
