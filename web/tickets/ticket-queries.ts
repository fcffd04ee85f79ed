import type { QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { routes } from '../../contract/routes/index.ts';
import type { ActorClass, historyLine, ticketDetail } from '../../contract/routes/tickets.ts';
import { call } from '../data/call.ts';
import { messagesQuery } from '../messages/messages-query.ts';
import { historyKey, ticketKey } from '../messages/ticket-keys.ts';

export type Ticket = z.infer<typeof ticketDetail>;
export type HistoryLine = z.infer<typeof historyLine>;

/** One ticket by number. */
export function ticketQuery(slug: string, number: string) {
  return {
    queryKey: ticketKey(slug, number),
    queryFn: async ({ client, signal }: { client: QueryClient; signal: AbortSignal }): Promise<Ticket> => {
      const ticket = await call(routes.tickets.get, { params: { ticket: number } }, { signal });
      return { ...ticket, ...changesUnderWay(client, slug, number) };
    },
    staleTime: 10_000,
  };
}

/** The key of changes to a ticket. */
export const changeKey = (slug: string, number: string) => ['change', ...ticketKey(slug, number)];

/** What was changed on the screen and is not answered yet: an answer to an earlier question does not know of it. */
function changesUnderWay(client: QueryClient, slug: string, number: string): Partial<Ticket> {
  const mutations = client
    .getMutationCache()
    .findAll({ mutationKey: changeKey(slug, number), status: 'pending' });
  return Object.assign({}, ...mutations.map(mutation => mutation.state.variables));
}

/** What was done to a ticket, newest first (LUM-33). */
export function historyQuery(slug: string, number: string) {
  return {
    queryKey: historyKey(slug, number),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<HistoryLine[]> =>
      (await call(routes.tickets.history, { params: { ticket: number }, query: {} }, { signal })).lines,
    staleTime: 10_000,
  };
}

/** The History tab's pages, of everybody or of one class of actors (ZOH-02). */
export function historyPagesQuery(slug: string, number: string, by: ActorClass | undefined) {
  return {
    queryKey: [...historyKey(slug, number), 'pages', by ?? 'all'] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) => {
      const query = { before: pageParam, by: by && [by], limit: 100 };
      return call(routes.tickets.history, { params: { ticket: number }, query }, { signal });
    },
    getNextPageParam: (last: { lines: HistoryLine[]; hasEarlier: boolean }) =>
      last.hasEarlier ? last.lines.at(-1)?.id : undefined,
    staleTime: 10_000,
  };
}

/** Fetches what the ticket's page will show, before it is opened. Never throws. */
export function prefetchTicket(client: QueryClient, slug: string, number: string): Promise<unknown> {
  return Promise.all([
    client.prefetchQuery(ticketQuery(slug, number)),
    client.prefetchInfiniteQuery(messagesQuery(slug, number)),
    client.prefetchQuery(historyQuery(slug, number)),
  ]);
}
