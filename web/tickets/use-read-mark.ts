import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import type { Ticket } from './ticket-queries.ts';

/**
 * Marks the ticket as read when it is opened and when a message comes in while it is being looked at.
 * Gives the function that marks it as unread again.
 */
export function useReadMark(number: string, ticket: Ticket | undefined): () => Promise<void> {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const marked = useRef('');
  const { mutateAsync } = useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationFn: (isRead: boolean) =>
      call(routes.tickets.markRead, { params: { ticket: number }, body: { isRead } }),
    onSuccess: (_answer, isRead) => {
      client.setQueryData<Ticket>(ticketKey(slug, number), now => now && { ...now, isUnread: !isRead });
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
  const state = ticket?.isUnread ? ticket.lastMessageAt : '';

  useEffect(() => {
    if (state === '' || marked.current === state) return;
    function mark(): void {
      if (document.visibilityState !== 'visible' || marked.current === state) return;
      marked.current = state;
      // Not being able to note it is no reason to disturb somebody who reads.
      mutateAsync(true).catch(() => undefined);
    }
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [state, mutateAsync]);

  return () => {
    marked.current = ticket?.lastMessageAt ?? '';
    return mutateAsync(false).then(() => undefined);
  };
}
