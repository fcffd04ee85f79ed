import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Call } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { type CannedReply, cannedKey } from './canned-query.ts';

export type CannedContent = Required<Call<typeof routes.canned.add>['body']>;

/** Adds a canned reply, or changes the one with this id; the lists show it at once. */
export function useSaveCanned(id: string | undefined) {
  const client = useQueryClient();
  const key = cannedKey(useWorkspaceSlug());
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: CannedContent): Promise<CannedReply> =>
      id === undefined
        ? call(routes.canned.add, { body })
        : call(routes.canned.edit, { params: { id }, body }),
    onSuccess: saved => {
      client.setQueryData<CannedReply[]>(
        key,
        list => list && [...list.filter(one => one.id !== saved.id), saved],
      );
      void client.invalidateQueries({ queryKey: key });
    },
  });
}

/** Removes a canned reply: gone from the lists at once, back when the server refuses. */
export function useRemoveCanned(onDone: () => void) {
  const client = useQueryClient();
  const key = cannedKey(useWorkspaceSlug());
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id }: CannedReply) => call(routes.canned.remove, { params: { id } }),
    onMutate: async ({ id }) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<CannedReply[]>(key);
      client.setQueryData<CannedReply[]>(key, list => list?.filter(one => one.id !== id));
      return { before };
    },
    onError: (_error, _reply, context) => client.setQueryData(key, context?.before),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
