import { Button, VisuallyHidden } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import type { View } from '../../contract/filters.ts';
import { ViewSwitch } from '../board/view-switch.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { type Desk, useFolder } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { preloadComposer } from '../messages/composer-lazy.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { FilterBar } from './filter-bar.tsx';
import { keepLastList } from './last-list.ts';
import { ListColumns } from './list-columns.tsx';
import { rowHeights, useListLook } from './list-look.ts';
import { isNarrowed, listQuery, plainSearch, readListSearch, writeListSearch } from './list-search.ts';
import { NoTickets } from './no-tickets.tsx';
import { SavedViewBar } from './saved-view-bar.tsx';
import classes from './ticket-list.module.css';
import { TicketList } from './ticket-list.tsx';
import { useListFilters } from './use-list-filters.ts';
import { useTicketList } from './use-ticket-list.ts';

interface Props {
  view: View;
  /** Narrows the view to one folder. */
  folderId?: string;
  /** The saved view that is shown. */
  saved?: Desk['views'][number];
}

/** The list of tickets of a view, longest waiting first. */
export function TicketsPage({ view, folderId, saved }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const folder = useFolder(folderId);
  const savedSearch = useMemo(() => saved && readListSearch(saved.query), [saved]);
  const filters = useListFilters(savedSearch);
  const { search, change } = filters;
  const [look, changeLook] = useListLook();
  const query = useMemo(() => listQuery(view, search, folderId), [view, search, folderId]);
  const list = useTicketList(query);
  const placeKey = `${slug} ${JSON.stringify(query)}`;
  const { goOn } = list;
  const onEnd = useCallback(() => goOn(), [goOn]);
  const title = saved?.name ?? (folderId ? (folder?.name ?? t('tickets.folder')) : t(`tickets.view.${view}`));
  usePageTitle(title);
  const { href } = useLocation();
  const numbers = useMemo(() => list.rows.map(row => String(row.number)), [list.rows]);
  useEffect(() => keepLastList(href, numbers), [href, numbers]);
  useEffect(preloadComposer, []);
  const isEmpty = list.rows.length === 0;
  // Nothing yet, but the list goes on: what is rare lies further back.
  useEffect(() => {
    if (isEmpty && list.hasNextPage && !list.isFetchingNextPage) goOn();
  }, [isEmpty, list.hasNextPage, list.isFetchingNextPage, goOn]);
  const further = list.isPaused && (
    <div className={classes.further} role="status">
      <span>{t('lists.further', { count: list.rows.length })}</span>
      <Button variant="default" size="xs" onClick={list.resume}>
        {t('lists.further.go')}
      </Button>
    </div>
  );

  return (
    <section className={classes.page} aria-label={title}>
      <ViewSwitch
        mode="list"
        scope={saved ? `view-${saved.id}` : (folderId ?? view)}
        filters={saved && writeListSearch(search)}
      />
      <FilterBar view={view} search={search} onChange={change} hasFolderFilter={!folderId}>
        <ListColumns look={look} onChange={changeLook} />
        <SavedViewBar view={view} folderId={folderId} saved={saved} filters={filters} />
      </FilterBar>
      {list.isPending || (isEmpty && list.isFetchingNextPage) ? (
        <ListSkeleton rows={12} height={rowHeights[look.density]} />
      ) : list.isError && isEmpty ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : isEmpty && list.hasNextPage ? (
        further
      ) : isEmpty ? (
        <NoTickets
          view={folderId ? 'folder' : view}
          isNarrowed={isNarrowed(search)}
          onClear={() => change({ ...plainSearch, sort: search.sort })}
        />
      ) : (
        <>
          <TicketList
            // Another filter is another list: its own scroll, its own row in hand.
            key={JSON.stringify(query)}
            placeKey={placeKey}
            rows={list.rows}
            label={title}
            hasMore={list.hasNextPage}
            isLoadingMore={list.isFetchingNextPage}
            onEnd={onEnd}
            onSight={list.setSight}
            look={look}
            sort={query.sort}
            onSort={query.q ? undefined : sort => change({ sort })}
          />
          {further}
        </>
      )}
      <BulkBar list={placeKey} query={query} />
      <VisuallyHidden role="status">
        {list.isSuccess && isNarrowed(search) ? t('tickets.list.found', { count: list.rows.length }) : ''}
      </VisuallyHidden>
    </section>
  );
}
