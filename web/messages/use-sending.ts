import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { settableStatuses } from '../../contract/fields.ts';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Draft, Mode } from './draft.ts';
import { saverAt } from './drafts/places.ts';
import { historyKey, messagesKey, ticketKey } from './ticket-keys.ts';

export type SendStatus = (typeof settableStatuses)[number];
type Sent = Reply<typeof routes.messages.reply>;
type Pages = InfiniteData<Reply<typeof routes.messages.list>, string | undefined>;

interface Sending {
  draft: Draft;
  status: SendStatus;
}

/**
 * Sends a reply or a note with the draft's key, so that a double click or a retry after a lost answer sends once (D-27).
 * Only success clears the draft, also when the page was left meanwhile.
 */
export function useSending(number: string, mode: Mode) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  return useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationFn: ({ draft, status }: Sending): Promise<Sent> => {
      const params = { ticket: number };
      const content = { html: draft.html, fileIds: draft.files.map(file => file.id) };
      const options = { idempotencyKey: draft.key };
      return mode === 'reply'
        ? call(routes.messages.reply, { params, body: { ...content, status } }, options)
        : call(routes.messages.note, { params, body: content }, options);
    },
    onSuccess: (sent, { draft }) => {
      const saver = saverAt({ slug, number, mode, ticketId: sent.ticket.id });
      if (saver.get().draft.key === draft.key) saver.clear();
      show(client, slug, number, sent);
    },
  });
}

/** Puts what was sent on the screen without asking the server again. */
function show(client: QueryClient, slug: string, number: string, sent: Sent): void {
  client.setQueryData(ticketKey(slug, number), sent.ticket);
  client.setQueryData<Pages>(messagesKey(slug, number), data => {
    const newest = data?.pages[0];
    if (!data || !newest || newest.messages.some(one => one.id === sent.message.id)) return data;
    const page = { ...newest, messages: [...newest.messages, sent.message] };
    return { ...data, pages: [page, ...data.pages.slice(1)] };
  });
  void client.invalidateQueries({ queryKey: historyKey(slug, number) });
  void client.invalidateQueries({ queryKey: ['tickets'] });
}
