import type { QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { routes } from '../../contract/routes/index.ts';
import type { historyLine, ticketDetail } from '../../contract/routes/tickets.ts';
import { call } from '../data/call.ts';
import { messagesQuery } from '../messages/messages-query.ts';
import { historyKey, ticketKey } from '../messages/ticket-keys.ts';

export type Ticket = z.infer<typeof ticketDetail>;
export type HistoryLine = z.infer<typeof historyLine>;

/** One ticket by number. */
export function ticketQuery(slug: string, number: string) {
  return {
    queryKey: ticketKey(slug, number),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Ticket> =>
      call(routes.tickets.get, { params: { ticket: number } }, { signal }),
    staleTime: 10_000,
  };
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

/** Fetches what the ticket's page will show, before it is opened. */
export function prefetchTicket(client: QueryClient, slug: string, number: string): void {
  void client.prefetchQuery(ticketQuery(slug, number));
  void client.prefetchInfiniteQuery(messagesQuery(slug, number));
  void client.prefetchQuery(historyQuery(slug, number));
}
