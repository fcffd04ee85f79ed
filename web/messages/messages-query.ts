import type { z } from 'zod';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { delivery, file, message } from '../../contract/routes/messages.ts';
import { call } from '../data/call.ts';
import { messagesKey } from './ticket-keys.ts';

export type Message = z.infer<typeof message>;
export type Delivery = z.infer<typeof delivery>;
export type MessageFile = z.infer<typeof file>;
type Page = Reply<typeof routes.messages.list>;

/** The conversation of a ticket: the newest 100 messages first, earlier ones page by page. */
export function messagesQuery(slug: string, number: string) {
  return {
    queryKey: messagesKey(slug, number),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }): Promise<Page> =>
      call(routes.messages.list, { params: { ticket: number }, query: { before: pageParam } }, { signal }),
    getNextPageParam: (last: Page): string | undefined =>
      last.hasEarlier ? last.messages[0]?.id : undefined,
    staleTime: 10_000,
  };
}

/** The messages of all pages read so far, oldest first. */
export function messagesOf(pages: readonly Page[]): Message[] {
  return pages.toReversed().flatMap(page => page.messages);
}
