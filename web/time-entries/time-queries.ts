import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { routes } from '../../contract/routes/index.ts';
import type { timeEntry } from '../../contract/routes/time-entries.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import { showDone, showProblem } from '../ui/toast.ts';

export type TimeEntry = z.infer<typeof timeEntry>;

/** The time spent on a ticket. */
export function timeQuery(slug: string, number: string) {
  return {
    queryKey: [...ticketKey(slug, number), 'time'],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(routes.timeEntries.list, { params: { ticket: number } }, { signal }),
    staleTime: 10_000,
  };
}

/** The clock that I let run. */
export function timerQuery(slug: string) {
  return {
    queryKey: ['timer', slug],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(routes.timeEntries.timer, {}, { signal }),
    staleTime: 60_000,
  };
}

/** Starting my clock on a ticket, and stopping it wherever it runs. */
export function useTimer() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const settle = () => {
    void client.invalidateQueries({ queryKey: ['timer'] });
    // What ran elsewhere has become an entry of that ticket.
    void client.invalidateQueries({ queryKey: ['ticket'] });
  };
  const start = useMutation({
    networkMode: 'always',
    mutationFn: (number: string) => call(routes.timeEntries.startTimer, { params: { ticket: number } }),
    onSuccess: reply => client.setQueryData(timerQuery(slug).queryKey, reply),
    onError: error => showProblem(t, error),
    onSettled: settle,
  });
  const stop = useMutation({
    networkMode: 'always',
    mutationFn: () => call(routes.timeEntries.stopTimer, {}),
    onSuccess: () => {
      client.setQueryData(timerQuery(slug).queryKey, { timer: null });
      showDone(t, t('time.timer.stopped'));
    },
    onError: error => showProblem(t, error),
    onSettled: settle,
  });
  return { start, stop };
}
