import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { approval } from '../../contract/routes/approvals.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';

export type Approval = z.infer<typeof approval>;
interface Held {
  approvals: Approval[];
}

/** What was asked to be approved on a ticket. */
export function approvalsQuery(slug: string, number: string) {
  return {
    queryKey: [...ticketKey(slug, number), 'approvals'],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Held> =>
      call(routes.approvals.list, { params: { ticket: number } }, { signal }),
    staleTime: 10_000,
  };
}

/** A change to the approvals of a ticket; its answer is the list as it is then. */
export function useApprovalChange<V>(
  number: string,
  send: (values: V) => Promise<Held>,
  on: { done?: () => void; error?: (error: unknown) => void } = {},
) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: send,
    onSuccess: held => {
      client.setQueryData(approvalsQuery(slug, number).queryKey, held);
      on.done?.();
    },
    onError: error => on.error?.(error),
    onSettled: () => void client.invalidateQueries({ queryKey: ticketKey(slug, number) }),
  });
}
