import type { z } from 'zod';
import { routes } from '../../contract/routes/index.ts';
import type { resolutionReply } from '../../contract/routes/resolutions.ts';
import { call } from '../data/call.ts';
import { ticketKey } from '../messages/ticket-keys.ts';

export type Resolution = z.infer<typeof resolutionReply>;

export const resolutionKey = (slug: string, number: string) => [...ticketKey(slug, number), 'resolution'];

/** How a ticket was solved. */
export function resolutionQuery(slug: string, number: string) {
  return {
    queryKey: resolutionKey(slug, number),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Resolution> =>
      call(routes.resolutions.get, { params: { ticket: number } }, { signal }),
    staleTime: 10_000,
  };
}

/** Solved tickets about the same thing. */
export function similarQuery(slug: string, number: string) {
  return {
    queryKey: ['similar-resolved', `${slug}/${number}`],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(routes.resolutions.similar, { params: { ticket: number } }, { signal }),
    staleTime: 60_000,
  };
}
