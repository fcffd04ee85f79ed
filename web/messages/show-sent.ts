import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Reply } from '../../contract/route.ts';
import type { routes } from '../../contract/routes/index.ts';
import { putOver } from '../data/put-over.ts';
import { historyKey, messagesKey, recipientsKey, ticketKey } from './ticket-keys.ts';

export type Sent = Reply<typeof routes.messages.reply>;
type Pages = InfiniteData<Reply<typeof routes.messages.list>, string | undefined>;

/** Puts what was sent on the screen without asking the server again. */
export function showSent(client: QueryClient, slug: string, number: string, sent: Sent): void {
  putOver<Sent['ticket']>(client, ticketKey(slug, number), () => sent.ticket);
  putOver<Pages>(client, messagesKey(slug, number), data => {
    const newest = data?.pages[0];
    if (!data || !newest || newest.messages.some(one => one.id === sent.message.id)) return data;
    const page = { ...newest, messages: [...newest.messages, sent.message] };
    return { ...data, pages: [page, ...data.pages.slice(1)] };
  });
  void client.invalidateQueries({ queryKey: historyKey(slug, number) });
  void client.invalidateQueries({ queryKey: recipientsKey(slug, number) });
  void client.invalidateQueries({ queryKey: ['tickets'] });
}
