import { VisuallyHidden } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import type { View } from '../../contract/routes/tickets.ts';
import { useFolder } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { preloadComposer } from '../messages/composer-lazy.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { FilterBar } from './filter-bar.tsx';
import { keepLastList } from './last-list.ts';
import { isNarrowed, listQuery } from './list-search.ts';
import { NoTickets } from './no-tickets.tsx';
import classes from './ticket-list.module.css';
import { TicketList } from './ticket-list.tsx';
import { useListFilters } from './use-list-filters.ts';
import { useTicketList } from './use-ticket-list.ts';

/** The list of tickets of a view, longest waiting first; `folderId` narrows it to one folder. */
export function TicketsPage({ view, folderId }: { view: View; folderId?: string }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const folder = useFolder(folderId);
  const [search, change] = useListFilters();
  const query = useMemo(() => listQuery(view, search, folderId), [view, search, folderId]);
  const list = useTicketList(query);
  const { fetchNextPage } = list;
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const title = folderId ? (folder?.name ?? t('tickets.folder')) : t(`tickets.view.${view}`);
  usePageTitle(title);
  const { href } = useLocation();
  useEffect(() => keepLastList(href), [href]);
  useEffect(preloadComposer, []);

  return (
    <section className={classes.page} aria-label={title}>
      <FilterBar search={search} onChange={change} hasFolderFilter={!folderId} />
      {list.isPending ? (
        <ListSkeleton rows={12} height={56} />
      ) : list.isError && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.rows.length === 0 ? (
        <NoTickets
          view={folderId ? 'folder' : view}
          isNarrowed={isNarrowed(search)}
          onClear={() => change({ status: [], folder: [], assignee: [], tag: [], q: '' })}
        />
      ) : (
        <TicketList
          // Another filter is another list: its own scroll, its own row in hand.
          key={JSON.stringify(query)}
          placeKey={`${slug} ${JSON.stringify(query)}`}
          rows={list.rows}
          label={title}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onEnd={onEnd}
          onSight={list.setSight}
        />
      )}
      <VisuallyHidden role="status">
        {list.isSuccess && isNarrowed(search) ? t('tickets.list.found', { count: list.rows.length }) : ''}
      </VisuallyHidden>
    </section>
  );
}
