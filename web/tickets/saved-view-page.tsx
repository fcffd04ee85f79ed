import { Button } from '@mantine/core';
import { IconBookmarkOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { TicketsPage } from './tickets-page.tsx';

/** The list of a saved view. */
export function SavedViewPage({ id }: { id: string }) {
  const desk = useDesk();
  const saved = desk.data?.views.find(view => view.id === id);
  if (saved) return <TicketsPage view={saved.query.view} saved={saved} />;
  // It may have been saved just now, by me in another window or by a colleague.
  if (desk.isFetching) return <ListSkeleton rows={12} />;
  return <NoView />;
}

function NoView() {
  const t = useT();
  const slug = useWorkspaceSlug();
  usePageTitle(t('lists.view.gone'));
  return (
    <EmptyState
      icon={IconBookmarkOff}
      title={t('lists.view.gone')}
      text={t('lists.view.gone-text')}
      action={
        <Button
          variant="default"
          renderRoot={props => <Link to="/w/$slug/inbox" params={{ slug }} {...props} />}
        >
          {t('lists.view.to-inbox')}
        </Button>
      }
    />
  );
}
