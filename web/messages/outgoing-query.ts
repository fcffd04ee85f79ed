import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { routes } from '../../contract/routes/index.ts';
import type { outgoing } from '../../contract/routes/sending.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { myOutgoingKey, outgoingKey, recipientsKey } from './ticket-keys.ts';

export type OutgoingReply = z.infer<typeof outgoing>;
export interface Recipients {
  to: string[];
  cc: string[];
  bcc: string[];
}

/** A reply on its way with when its row was read, so that the time left can be counted down by this clock. */
export interface TimedReply extends OutgoingReply {
  leavesAt: number;
}

function timed(data: { outgoing: OutgoingReply[] }): TimedReply[] {
  const now = Date.now();
  return data.outgoing.map(one => ({ ...one, leavesAt: now + one.millisecondsLeft }));
}

/** Leaving is told by an event; a moment that has passed without one is asked about. */
const whileDue = ({ state }: { state: { data?: TimedReply[] } }) =>
  state.data?.some(one => one.state === 'waiting' && one.leavesAt < Date.now() + 15_000) ? 2_000 : false;

/** The replies of a ticket that have not left yet. */
export function useOutgoing(number: string): TimedReply[] {
  const slug = useWorkspaceSlug();
  const query = useQuery({
    queryKey: outgoingKey(slug, number),
    queryFn: async ({ signal }): Promise<TimedReply[]> =>
      timed(await call(routes.sending.list, { params: { ticket: number } }, { signal })),
    refetchInterval: whileDue,
  });
  return query.data ?? [];
}

/** My replies that have not left yet, of all tickets. */
export function useMyOutgoing() {
  const slug = useWorkspaceSlug();
  return useQuery({
    queryKey: myOutgoingKey(slug),
    queryFn: async ({ signal }): Promise<TimedReply[]> =>
      timed(await call(routes.sending.mine, {}, { signal })),
    refetchInterval: whileDue,
  });
}

/** Who a reply goes to unless its writer says otherwise. */
export function useRecipientChoices(number: string) {
  const slug = useWorkspaceSlug();
  return useQuery({
    queryKey: recipientsKey(slug, number),
    queryFn: ({ signal }) => call(routes.sending.recipients, { params: { ticket: number } }, { signal }),
    staleTime: 30_000,
  }).data;
}
