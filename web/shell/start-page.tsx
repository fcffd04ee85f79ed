import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { ApiError } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { installationQuery, useSession } from '../data/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { PublicPage } from './public-page.tsx';
import classes from './start-page.module.css';
import { WorkspaceMark } from './workspace-mark.tsx';

/** The door: leads to the only workspace, lets one choose among several, or to signing in and the first run. */
export function StartPage() {
  const t = useT();
  const installation = useQuery(installationQuery);
  const session = useSession(installation.data?.needsSetup === false);
  const isOut = session.error instanceof ApiError && session.error.status === 401;

  if (installation.data?.needsSetup) return <Navigate to="/setup" replace />;
  if (isOut) return <Navigate to="/sign-in" replace />;
  const only = session.data?.workspaces.length === 1 ? session.data.workspaces[0] : undefined;
  if (only) return <Navigate to="/w/$slug/inbox" params={{ slug: only.slug }} replace />;
  return (
    <PublicPage title={t('shell.start.title')}>
      {session.isPending && !installation.isError && <ListSkeleton rows={3} height={64} />}
      {installation.isError && (
        <ErrorState error={installation.error} onRetry={() => void installation.refetch()} />
      )}
      {session.isError && <ErrorState error={session.error} onRetry={() => void session.refetch()} />}
      {session.data?.workspaces.length === 0 && (
        <EmptyState title={t('shell.start.none')} text={t('shell.start.none-text')} />
      )}
      <ul className={classes.list}>
        {session.data?.workspaces.map(workspace => (
          <li key={workspace.slug}>
            <Link
              to="/w/$slug/inbox"
              params={{ slug: workspace.slug }}
              preload={false}
              className={classes.choice}
            >
              <WorkspaceMark name={workspace.name} brandColour={workspace.brandColour} size={36} />
              <span className={classes.name}>{workspace.name}</span>
              <span className={classes.role}>{t(`role.${workspace.role}`)}</span>
              <IconChevronRight size={18} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}
