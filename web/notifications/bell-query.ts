import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { routes } from '../../contract/routes/index.ts';
import type { notification } from '../../contract/routes/notifications.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { showProblem } from '../ui/toast.ts';

export type Notification = z.infer<typeof notification>;
export interface Notifications {
  notifications: Notification[];
  unread: number;
}

/** What I was told inside the app; the live line marks it as stale. */
export function notificationsQuery(slug: string) {
  return {
    queryKey: ['notifications', slug],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Notifications> =>
      call(routes.notifications.list, {}, { signal }),
    staleTime: 60_000,
  };
}

/** Marks notifications as read at once on the screen: those named, or all. */
export function useMarkRead() {
  const t = useT();
  const client = useQueryClient();
  const key = notificationsQuery(useWorkspaceSlug()).queryKey;
  return useMutation({
    networkMode: 'always',
    mutationFn: (ids: string[] | undefined) => call(routes.notifications.markRead, { body: { ids } }),
    onMutate: async ids => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<Notifications>(key);
      if (!before) return { before };
      const notifications = before.notifications.map(one =>
        !ids || ids.includes(one.id) ? { ...one, isRead: true } : one,
      );
      const unread = ids ? notifications.filter(one => !one.isRead).length : 0;
      client.setQueryData<Notifications>(key, { notifications, unread });
      return { before };
    },
    onError: (error, _ids, context) => {
      client.setQueryData(key, context?.before);
      showProblem(t, error);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: key }),
  });
}
