import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';

export type Source = Reply<typeof routes.arrivals.why>['sources'][number];
export type Arrival = NonNullable<Source['arrival']>;

/** How a message came. It never changes once the mail is filed. */
export function whyQuery(slug: string, messageId: string) {
  return {
    queryKey: ['arrival', slug, messageId],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(routes.arrivals.why, { params: { id: messageId } }, { signal }),
  };
}
