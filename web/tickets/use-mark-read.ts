import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import { showProblem } from '../ui/toast.ts';
import type { Page, Row } from './list-pages.ts';

/** Marks a ticket of a list as read or unread by me; every list shows it at once. */
export function useMarkRead(): (row: Row, isRead: boolean) => void {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const lists = { queryKey: ['tickets', slug, 'list'] };
  function show(id: string, isUnread: boolean): void {
    client.setQueriesData<InfiniteData<Page>>(lists, data =>
      data?.pages
        ? {
            ...data,
            pages: data.pages.map(page => ({
              ...page,
              tickets: page.tickets.map(one => (one.id === id ? { ...one, isUnread } : one)),
            })),
          }
        : data,
    );
  }
  const { mutate } = useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationFn: ({ row, isRead }: { row: Row; isRead: boolean }) =>
      call(routes.tickets.markRead, { params: { ticket: row.id }, body: { isRead } }),
    onMutate: async ({ row, isRead }) => {
      await client.cancelQueries(lists);
      show(row.id, !isRead);
    },
    onError: (error, { row, isRead }) => {
      show(row.id, isRead);
      showProblem(t, error);
    },
    onSettled: (_answer, _error, { row }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['tickets'] }),
        client.invalidateQueries({ queryKey: ticketKey(slug, String(row.number)) }),
      ]),
  });
  return useCallback((row: Row, isRead: boolean) => mutate({ row, isRead }), [mutate]);
}
