import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { settableStatuses } from '../../contract/fields.ts';
import { hasText } from '../../contract/i18n/texts.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { historyKey, messagesKey, ticketKey } from '../messages/ticket-keys.ts';
import { errorText } from '../ui/error-text.ts';
import { changeKey, type Ticket } from './ticket-queries.ts';
import type { Filing } from './use-filing.ts';
import { offerUndo, useUndo } from './use-undo.tsx';

export type TicketChange =
  | { assigneeId: string | null }
  /** With `assigneeId: null` where the server takes it from its assignee by itself (D-13). */
  | (Filing & { assigneeId?: null })
  | { tagIds: string[] }
  | { status: (typeof settableStatuses)[number] }
  | { status: 'on_hold'; postponedUntil: string; postponedBy: string | null; reason: string }
  | { postponedUntil: null };

const filed = ['folderId', 'teamId', 'priority', 'typeId', 'segmentId', 'originalSegmentId'] as const;

function send(number: string, change: TicketChange): Promise<Ticket> {
  const params = { ticket: number };
  if ('postponedUntil' in change) {
    if (change.postponedUntil === null) return call(routes.postponing.wake, { params });
    const { postponedUntil: until, reason } = change;
    return call(routes.postponing.postpone, { params, body: { until, reason } });
  }
  if ('tagIds' in change) return call(routes.tickets.tag, { params, body: change });
  if ('status' in change) return call(routes.tickets.setStatus, { params, body: change });
  if (filed.some(field => field in change)) {
    const { assigneeId: _, ...body } = change as Filing & { assigneeId?: null };
    return call(routes.tickets.file, { params, body });
  }
  return call(routes.tickets.assign, { params, body: { agentId: change.assigneeId ?? null } });
}

/**
 * Changes a ticket on the screen at once and on the server right after; when that is refused the old value comes back
 * and a message says why. Gives the function that takes the change.
 */
export function useTicketChange(number: string): (change: TicketChange) => void {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const key = ticketKey(slug, number);
  const undo = useUndo(number);
  const mutationKey = changeKey(slug, number);
  const mutation = useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationKey,
    mutationFn: (change: TicketChange) => send(number, change),
    onMutate: async change => {
      await client.cancelQueries({ queryKey: key, exact: true });
      const before = client.getQueryData<Ticket>(key);
      if (before) client.setQueryData<Ticket>(key, { ...before, ...change });
      return { before };
    },
    onSuccess: (ticket, change, { before }) => {
      const field = Object.keys(change)[0] ?? '';
      if (before && ticket.eventId !== before.eventId && hasText(`undo.offer.${field}`))
        offerUndo(t, { of: key[1], eventId: ticket.eventId, field }, undo);
      // An earlier answer must not undo on the screen what was changed since.
      if (client.isMutating({ mutationKey }) === 1) client.setQueryData(key, ticket);
    },
    onError: (error, change, context) => {
      const before = context?.before;
      if (before) {
        const fields = Object.keys(change) as (keyof Ticket)[];
        const old = Object.fromEntries(fields.map(field => [field, before[field]]));
        client.setQueryData<Ticket>(key, now => now && { ...now, ...old });
      }
      notifications.show({
        color: 'red',
        title: t('tickets.change.failed'),
        message: errorText(t, error),
      });
    },
    onSettled: (_ticket, _error, change) => {
      if (client.isMutating({ mutationKey }) > 1) return;
      void client.invalidateQueries({ queryKey: key, exact: true });
      void client.invalidateQueries({ queryKey: historyKey(slug, number) });
      if (change && 'reason' in change && change.reason)
        void client.invalidateQueries({ queryKey: messagesKey(slug, number) });
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
  return mutation.mutate;
}
