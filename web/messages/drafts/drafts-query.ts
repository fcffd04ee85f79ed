import { queryOptions } from '@tanstack/react-query';
import type { Reply } from '../../../contract/route.ts';
import { routes } from '../../../contract/routes/index.ts';
import { call } from '../../data/call.ts';
import { ticketKey } from '../ticket-keys.ts';

export type DraftsOfTicket = Reply<typeof routes.drafts.ofTicket>;
export type MyDraft = Reply<typeof routes.drafts.mine>['drafts'][number];

/** My drafts on a ticket and which teammates have one; 'new' for those of a new ticket. */
export function draftsQuery(slug: string, number: string) {
  return queryOptions({
    queryKey: [...ticketKey(slug, number), 'drafts'] as const,
    queryFn: ({ signal }) => loadDrafts(number, signal),
    staleTime: 10_000,
  });
}

/** Asks the server for them. */
export async function loadDrafts(number: string, signal?: AbortSignal): Promise<DraftsOfTicket> {
  if (number !== 'new') return call(routes.drafts.ofTicket, { params: { ticket: number } }, { signal });
  return { ...(await call(routes.drafts.ofNewTicket, {}, { signal })), others: [] };
}

/** All my drafts, the last written first. */
export function myDraftsQuery(slug: string) {
  return queryOptions({
    queryKey: ['drafts', slug] as const,
    queryFn: async ({ signal }): Promise<MyDraft[]> =>
      (await call(routes.drafts.mine, {}, { signal })).drafts,
    enabled: slug !== '',
  });
}
