import { useMutation, useQueryClient } from '@tanstack/react-query';
import { showProblem } from '../ui/toast.ts';
import type { Desk } from './desk.ts';
import { useT } from './language.ts';
import { useWorkspaceSlug } from './workspace.ts';

/**
 * A change to what the desk holds (tags, folders, agents, ...). `apply` shows it at once and is taken back when the
 * server refuses; without `onError` the refusal is told in the corner. Afterwards the desk is asked for again.
 */
export function useDeskChange<V, R>({
  send,
  apply,
  onDone,
  onError,
  invalidates = [],
}: {
  send: (values: V) => Promise<R>;
  apply?: (desk: Desk, values: V) => Desk;
  onDone?: (reply: R, values: V) => void;
  onError?: (error: unknown) => void;
  /** Other queries that show the same thing, by the start of their keys. */
  invalidates?: string[];
}) {
  const t = useT();
  const client = useQueryClient();
  const key = ['desk', useWorkspaceSlug()];
  return useMutation({
    mutationFn: send,
    onMutate: async values => {
      if (!apply) return {};
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<Desk>(key);
      if (before) client.setQueryData<Desk>(key, apply(before, values));
      return { before };
    },
    onSuccess: onDone,
    onError: (error, _values, context) => {
      if (context?.before) client.setQueryData(key, context.before);
      if (onError) onError(error);
      else showProblem(t, error);
    },
    onSettled: () =>
      Promise.all(['desk', ...invalidates].map(first => client.invalidateQueries({ queryKey: [first] }))),
  });
}
