import { ActionIcon, Button, Indicator, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { useNames } from '../tickets/use-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from './bell.module.css';
import { type Notification, notificationsQuery, useMarkRead } from './bell-query.ts';
import { linkOf, notificationText, placeOf } from './notification-text.ts';
import { usePopUps } from './use-pop-ups.tsx';

/** The bell of the top bar: what I was told inside the app, unread first; what is new pops up besides. */
export function Bell() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const [isOpen, toggle] = useDisclosure(false);
  const query = useQuery({ ...notificationsQuery(slug), enabled: slug !== '' });
  const unread = query.data?.unread ?? 0;
  usePopUps(query.data?.notifications);
  return (
    <Indicator
      label={unread > 99 ? '99+' : unread}
      size={18}
      offset={5}
      disabled={unread === 0}
      color="red.8"
      zIndex={1}
    >
      <Popover
        opened={isOpen}
        onChange={open => !open && toggle.close()}
        width={360}
        position="bottom-end"
        trapFocus
      >
        <Popover.Target>
          <ActionIcon
            size={36}
            aria-label={unread > 0 ? t('bell.open.unread', { count: unread }) : t('bell.open')}
            onClick={toggle.toggle}
          >
            <IconBell size={20} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown className={classes.list} aria-label={t('bell.title')}>
          <List query={query} onGo={toggle.close} />
        </Popover.Dropdown>
      </Popover>
    </Indicator>
  );
}

function List({
  query,
  onGo,
}: {
  query: ReturnType<typeof useQuery<Awaited<ReturnType<ReturnType<typeof notificationsQuery>['queryFn']>>>>;
  onGo: () => void;
}) {
  const t = useT();
  const read = useMarkRead();
  if (query.isPending) return <ListSkeleton rows={3} height={56} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { notifications, unread } = query.data;
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('bell.title')}</h2>
        {unread > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => read.mutate(undefined)}>
            {t('bell.read-all')}
          </Button>
        )}
      </div>
      {notifications.length === 0 && (
        <EmptyState icon={IconBell} title={t('bell.none')} text={t('bell.none.text')} />
      )}
      <ul className={classes.rows}>
        {notifications.map(one => (
          <Row
            key={one.id}
            notification={one}
            onGo={() => {
              if (!one.isRead) read.mutate([one.id]);
              onGo();
            }}
          />
        ))}
      </ul>
    </>
  );
}

function Row({ notification, onGo }: { notification: Notification; onGo: () => void }) {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const slug = useWorkspaceSlug();
  return (
    <li>
      <Link
        {...linkOf(slug, notification)}
        className={classes.row}
        data-unread={!notification.isRead || undefined}
        onClick={onGo}
      >
        <span>{notificationText(t, names, notification)}</span>
        <span className={classes.soft}>
          {!notification.isRead && <strong>{t('bell.unread')} · </strong>}
          {placeOf(t, notification)} · {format.ago(notification.at)}
        </span>
      </Link>
    </li>
  );
}
