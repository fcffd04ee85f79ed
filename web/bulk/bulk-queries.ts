import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Call, Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { showDone, showProblem } from '../ui/toast.ts';

export type BulkChange = Reply<typeof routes.bulk.start>;
type Start = Call<typeof routes.bulk.start>['body'];

const everyMs = 800;
const isRunning = (change: BulkChange) => change.state === 'running';

/** My changes of many tickets; asked again and again while one is running. */
export function useBulkChanges() {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['bulk', slug],
    queryFn: async ({ signal }) => (await call(routes.bulk.mine, {}, { signal })).changes,
    enabled: slug !== '',
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? everyMs : false),
  });
  const runs = query.data?.filter(isRunning).length ?? 0;
  const before = useRef(runs);
  useEffect(() => {
    // What marks as read is no event, so no live update tells of it.
    if (runs < before.current) void client.invalidateQueries({ queryKey: ['tickets'] });
    before.current = runs;
  }, [runs, client]);
  return query;
}

/** Begins a change of many tickets, or takes one back. */
export function useStartBulk(onStarted?: () => void) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (wanted: Start | { undoes: string }) => {
      const idempotencyKey = crypto.randomUUID();
      return 'undoes' in wanted
        ? call(routes.bulk.undo, { params: { id: wanted.undoes } }, { idempotencyKey })
        : call(routes.bulk.start, { body: wanted }, { idempotencyKey });
    },
    onSuccess: change => {
      client.setQueryData<BulkChange[]>(['bulk', slug], all => [
        change,
        ...(all ?? []).filter(one => one.id !== change.id),
      ]);
      void client.invalidateQueries({ queryKey: ['bulk', slug] });
      const more = change.leftOut > 0 ? ` ${t('bulk.left-out', { count: change.leftOut })}` : '';
      showDone(t, t('bulk.started', { count: change.total }) + more);
      onStarted?.();
    },
    onError: error => showProblem(t, error),
  });
}
