import { Button, Menu } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ActivityKind, activityKinds } from '../../contract/routes/activities.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { TabProps } from '../tickets/ticket-tabs.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from '../ui/tab-page.module.css';
import { TabPage } from '../ui/tab-page.tsx';
import { ActivityDialog } from './activity-dialog.tsx';
import { type Activity, activitiesQuery, useSettleActivities } from './activity-queries.ts';
import { ActivityRow } from './activity-row.tsx';
import { KindIcon } from './kind-icon.tsx';

/** The tasks, calls and events of a ticket (ZOH-10 to ZOH-15). */
export function ActivitiesTab({ number }: TabProps) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const query = useQuery(activitiesQuery(slug, number));
  const [wanted, setWanted] = useState<ActivityKind | Activity | null>(null);
  const [doomed, setDoomed] = useState<Activity | null>(null);
  if (query.isPending) return <ListSkeleton rows={5} height={64} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { activities, canSendSms } = query.data;
  const key = typeof wanted === 'object' ? wanted?.id : wanted;
  return (
    <TabPage label={t('tickets.tab.activities')}>
      {activities.length === 0 ? (
        <EmptyState
          icon={IconChecklist}
          title={t('activity.none')}
          text={t('activity.none.text')}
          action={<AddButton onAdd={setWanted} />}
        />
      ) : (
        <>
          <div className={classes.head}>
            <AddButton onAdd={setWanted} />
          </div>
          <ul className={classes.rows}>
            {activities.map(one => (
              <ActivityRow key={one.id} activity={one} onEdit={setWanted} onRemove={setDoomed} />
            ))}
          </ul>
        </>
      )}
      <ActivityDialog
        key={key}
        number={number}
        wanted={wanted}
        canSendSms={canSendSms}
        onClose={() => setWanted(null)}
      />
      <Removal activity={doomed} onClose={() => setDoomed(null)} />
    </TabPage>
  );
}

function AddButton({ onAdd }: { onAdd: (kind: ActivityKind) => void }) {
  const t = useT();
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />}>{t('activity.add')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {activityKinds.map(kind => (
          <Menu.Item key={kind} leftSection={<KindIcon kind={kind} size={16} />} onClick={() => onAdd(kind)}>
            {t(`activity.kind.${kind}.name`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Removal({ activity, onClose }: { activity: Activity | null; onClose: () => void }) {
  const t = useT();
  const settle = useSettleActivities();
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: (one: Activity) => call(routes.activities.remove, { params: { id: one.id } }),
    onSuccess: onClose,
    onSettled: (_reply, _error, one) => settle(String(one.ticketNumber)),
  });
  return (
    <ConfirmDialog
      isOpen={activity !== null}
      title={t('activity.remove.title')}
      text={t('activity.remove.text', { title: activity?.title ?? '' })}
      confirmLabel={t('activity.remove')}
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => activity && remove.mutate(activity)}
      onClose={onClose}
    />
  );
}
