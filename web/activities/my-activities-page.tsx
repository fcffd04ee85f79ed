import { Alert } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { useNow } from '../data/now.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from '../ui/tab-page.module.css';
import { TabPage } from '../ui/tab-page.tsx';
import { ActivityDialog } from './activity-dialog.tsx';
import { type Activity, myActivitiesQuery } from './activity-queries.ts';
import { ActivityRow } from './activity-row.tsx';
import { groupOf, groups } from './due.ts';

/** What I have to do, whatever the ticket: overdue first, then today, later, without a date. */
export function MyActivitiesPage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const now = new Date(useNow());
  const query = useQuery(myActivitiesQuery(slug));
  const [edited, setEdited] = useState<Activity | null>(null);
  usePageTitle(t('activity.mine'));
  if (query.isPending) return <ListSkeleton rows={8} height={64} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { activities, isCut } = query.data;
  if (activities.length === 0)
    return (
      <EmptyState icon={IconChecklist} title={t('activity.mine.none')} text={t('activity.mine.none.text')} />
    );
  return (
    <TabPage label={t('activity.mine')}>
      {isCut && <Alert color="yellow">{t('activity.mine.cut')}</Alert>}
      {groups.map(group => {
        const own = activities.filter(one => groupOf(one, now) === group);
        if (own.length === 0) return null;
        return (
          <section key={group}>
            <h2 className={classes.title}>{t(`activity.group.${group}`)}</h2>
            <ul className={classes.rows} style={{ marginTop: 8 }}>
              {own.map(one => (
                <ActivityRow key={one.id} activity={one} withTicket onEdit={setEdited} />
              ))}
            </ul>
          </section>
        );
      })}
      <ActivityDialog
        key={edited?.id}
        number={String(edited?.ticketNumber ?? '')}
        wanted={edited}
        canSendSms={false}
        onClose={() => setEdited(null)}
      />
    </TabPage>
  );
}
