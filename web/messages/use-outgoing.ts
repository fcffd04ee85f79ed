import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { ApiError, call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { putOver } from '../data/put-over.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { showDone, showProblem } from '../ui/toast.ts';
import type { OutgoingReply, TimedReply } from './outgoing-query.ts';
import { returnDraft } from './returned-drafts.ts';
import { shownMessage } from './shown-message.ts';
import { myOutgoingKey, outgoingKey, ticketKey } from './ticket-keys.ts';

/** What can be done with a reply that has not left: take it back, send it now, let it leave at another time. */
export function useOutgoingActions(reply: Pick<OutgoingReply, 'id' | 'ticket'>) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const number = String(reply.ticket.number);
  const common = {
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always' as const,
    onError: (error: Error) => {
      const isGone = error instanceof ApiError && error.status === 404;
      if (isGone) showDone(t, t('sending.too-late'));
      else showProblem(t, error);
      refresh(client, slug, number);
    },
  };
  const params = { id: reply.id };
  return {
    withdraw: useMutation({
      ...common,
      mutationFn: () => call(routes.sending.withdraw, { params }),
      onSuccess: back => {
        returnDraft(slug, number, back);
        forget(client, slug, number, reply.id);
        showDone(t, t('sending.undone'));
      },
    }),
    sendNow: useMutation({
      ...common,
      mutationFn: () =>
        call(routes.sending.sendNow, {
          params,
          body: { seenMessageId: shownMessage(slug, number) ?? undefined },
        }),
      onSuccess: () => {
        forget(client, slug, number, reply.id);
        refresh(client, slug, number);
      },
    }),
    reschedule: useMutation({
      ...common,
      mutationFn: (sendAt: string) => call(routes.sending.reschedule, { params, body: { sendAt } }),
      onSuccess: () => refresh(client, slug, number),
    }),
  };
}

/** Puts a reply on its way on the screen. */
export function showOutgoing(client: QueryClient, slug: string, number: string, reply: OutgoingReply): void {
  const one = { ...reply, leavesAt: Date.now() + reply.millisecondsLeft };
  putOver<TimedReply[]>(client, outgoingKey(slug, number), (known = []) =>
    known.some(each => each.id === one.id) ? known : [...known, one],
  );
  void client.invalidateQueries({ queryKey: myOutgoingKey(slug) });
}

function forget(client: QueryClient, slug: string, number: string, id: string): void {
  for (const queryKey of [outgoingKey(slug, number), myOutgoingKey(slug)])
    putOver<TimedReply[]>(client, queryKey, known => known?.filter(each => each.id !== id));
}

function refresh(client: QueryClient, slug: string, number: string): void {
  void client.invalidateQueries({ queryKey: ticketKey(slug, number) });
  void client.invalidateQueries({ queryKey: ['tickets'] });
}
