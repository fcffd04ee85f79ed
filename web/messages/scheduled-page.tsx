import { Anchor, Button } from '@mantine/core';
import { IconCalendarClock } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { useMyOutgoing } from './outgoing-query.ts';
import classes from './sending.module.css';
import { WaitingReply } from './waiting-reply.tsx';

/** Everything I have written that has not left yet, whatever its ticket. */
export function ScheduledPage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const query = useMyOutgoing();
  usePageTitle(t('sending.page.title'));
  const replies = query.data;
  return (
    <div className={classes.page}>
      {query.isError && !replies && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <ListSkeleton rows={3} height={96} />}
      {replies?.length === 0 && (
        <EmptyState
          icon={IconCalendarClock}
          title={t('sending.page.empty')}
          text={t('sending.page.empty-text')}
          action={
            <Button
              variant="default"
              onClick={() => void navigate({ to: '/w/$slug/inbox', params: { slug } })}
            >
              {t('sending.page.empty-action')}
            </Button>
          }
        />
      )}
      {replies && replies.length > 0 && (
        <ul className={classes.waiting} aria-label={t('sending.page.list')}>
          {replies.map(reply => {
            const to = {
              to: '/w/$slug/tickets/$number',
              params: { slug, number: String(reply.ticket.number) },
            } as const;
            return (
              <WaitingReply key={reply.id} reply={reply} onTakenBack={() => void navigate(to)}>
                <Anchor renderRoot={props => <Link {...props} {...to} />} fw={600}>
                  {t('sending.page.ticket', reply.ticket)}
                </Anchor>
              </WaitingReply>
            );
          })}
        </ul>
      )}
    </div>
  );
}
