import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { activity } from '../../contract/routes/activities.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import { showProblem } from '../ui/toast.ts';

export type Activity = z.infer<typeof activity>;
interface Held {
  activities: Activity[];
}

/** The tasks, calls and events of a ticket. */
export function activitiesQuery(slug: string, number: string) {
  return {
    queryKey: [...ticketKey(slug, number), 'activities'],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(routes.activities.list, { params: { ticket: number } }, { signal }),
    staleTime: 10_000,
  };
}

/** What I have to do, on any ticket. It goes stale with the lists of tickets. */
export function myActivitiesQuery(slug: string) {
  return {
    queryKey: ['tickets', slug, 'my-activities'],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(routes.activities.mine, {}, { signal }),
    staleTime: 10_000,
  };
}

/** Completes an activity at once on the screen, or opens it again; the server follows (ZOH-15). */
export function useCompleteActivity() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const settle = useSettleActivities();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ one, isDone }: { one: Activity; isDone: boolean }) =>
      call(routes.activities.complete, { params: { id: one.id }, body: { isDone } }),
    onMutate: async ({ one, isDone }) => {
      const keys = [activitiesQuery(slug, String(one.ticketNumber)), myActivitiesQuery(slug)].map(
        query => query.queryKey,
      );
      for (const queryKey of keys) await client.cancelQueries({ queryKey });
      const before = keys.map(key => [key, client.getQueryData<Held>(key)] as const);
      const doneAt = isDone ? new Date().toISOString() : null;
      for (const [key, held] of before)
        if (held)
          client.setQueryData<Held>(key, {
            ...held,
            activities: held.activities.map(each =>
              each.id === one.id ? { ...each, doneAt, isOverdue: false } : each,
            ),
          });
      return { before };
    },
    onError: (error, _values, context) => {
      for (const [key, held] of context?.before ?? []) client.setQueryData(key, held);
      showProblem(t, error);
    },
    onSettled: (_reply, _error, { one }) => settle(String(one.ticketNumber)),
  });
}

/** Asks again for what shows the activities of a ticket. */
export function useSettleActivities(): (number: string) => void {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  return number => {
    void client.invalidateQueries({ queryKey: ticketKey(slug, number) });
    void client.invalidateQueries({ queryKey: myActivitiesQuery(slug).queryKey });
  };
}
