import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useFormat, useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import chip from '../ui/chip.module.css';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { showDone, showProblem } from '../ui/toast.ts';
import { Section } from './section.tsx';
import classes from './settings.module.css';

type Sessions = Reply<typeof routes.session.list>;

/** Where I am signed in; any of them can be ended at once. */
export function SessionsPage() {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  usePageTitle(t('settings.sessions.title'));
  const list = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => call(routes.session.list, {}, { signal }),
  });
  const end = useMutation({
    mutationFn: (id: string) => call(routes.session.end, { params: { id } }),
    onSuccess: (_nothing, id) => {
      showDone(t, t('settings.sessions.ended'));
      client.setQueryData<Sessions>(['sessions'], old => ({
        sessions: old?.sessions.filter(session => session.id !== id) ?? [],
      }));
    },
    onError: error => showProblem(t, error),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <Section text={t('settings.sessions.text')}>
      {list.isPending && <ListSkeleton rows={3} height={64} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <ul className={classes.rows}>
          {list.data.sessions.map(session => {
            const DeviceIcon = /Android|iOS/.test(session.device) ? IconDeviceMobile : IconDeviceDesktop;
            const name = session.device || t('settings.sessions.unknown');
            return (
              <li key={session.id} className={classes.row}>
                <DeviceIcon size={20} stroke={1.5} aria-hidden />
                <span className={classes.rowMain}>
                  <span className={classes.rowTitle}>
                    {name}
                    {session.isCurrent && (
                      <span className={`${chip.chip} ${chip.green}`}>{t('settings.sessions.current')}</span>
                    )}
                  </span>
                  <span className={classes.rowText}>
                    {t('settings.sessions.line', {
                      address: session.address,
                      since: format.dateTime(session.createdAt),
                      seen: format.ago(session.lastSeenAt),
                    })}
                  </span>
                </span>
                {!session.isCurrent && (
                  <Button
                    variant="default"
                    aria-label={t('settings.sessions.end-one', { device: name })}
                    loading={end.isPending && end.variables === session.id}
                    onClick={() => end.mutate(session.id)}
                  >
                    {t('settings.sessions.end')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
