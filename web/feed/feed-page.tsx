import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconRss } from '@tabler/icons-react';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { ViewSwitch } from '../board/view-switch.tsx';
import { useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { keepLastList } from '../tickets/last-list.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from './feed.module.css';
import { FeedCard } from './feed-card.tsx';
import { FeedFilters } from './feed-filters.tsx';
import { groupsOf } from './feed-groups.ts';
import {
  type FeedSearch,
  feedQuery,
  isFeedNarrowed,
  readFeedSearch,
  writeFeedSearch,
} from './feed-search.ts';
import { useFeed } from './use-feed.ts';

/** Pixels from the end of the newest within which the reader still looks at it. */
const near = 24;

/** What happens to tickets, live, as a conversation (QCX-10); the newest on top unless turned round (D-26). */
export function FeedPage() {
  const t = useT();
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const text = JSON.stringify(raw);
  const search = useMemo(() => readFeedSearch(JSON.parse(text) as Record<string, unknown>), [text]);
  const navigate = useNavigate();
  const change = (part: Partial<FeedSearch>) => {
    const next = { ...(raw as Record<string, string>), ...writeFeedSearch({ ...search, ...part }) };
    void navigate({ to: '.', search: () => next, replace: true });
  };
  const { href } = useLocation();
  usePageTitle(t('feed.title'));
  useEffect(() => keepLastList(href), [href]);
  return (
    <div className={classes.page}>
      <ViewSwitch mode="feed" />
      <FeedFilters search={search} onChange={change} />
      <Stream
        key={text}
        search={search}
        onClear={() => change({ team: [], folder: [], by: [], kinds: [] })}
      />
    </div>
  );
}

function Stream({ search, onClear }: { search: FeedSearch; onClear: () => void }) {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  const isOldestFirst = search.order === 'oldest';
  const isAtStart = useCallback(() => {
    const element = scroller.current;
    if (!element || document.hidden) return false;
    const fromEnd = element.scrollHeight - element.clientHeight - element.scrollTop;
    return (isOldestFirst ? fromEnd : element.scrollTop) <= near;
  }, [isOldestFirst]);
  const query = useMemo(() => feedQuery(search), [search]);
  const feed = useFeed(query, isAtStart);
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = feed;
  const groups = useMemo(() => groupsOf(isOldestFirst ? items.toReversed() : items), [items, isOldestFirst]);

  const toStart = useCallback(() => {
    const element = scroller.current;
    element?.scrollTo({ top: isOldestFirst ? element.scrollHeight : 0 });
  }, [isOldestFirst]);
  // Turned round, reading begins at the newest as well: at the foot, and stays there as more comes in.
  const wasAtStart = useRef(true);
  useLayoutEffect(() => {
    if (items.length > 0 && isOldestFirst && wasAtStart.current) toStart();
  }, [items, isOldestFirst, toStart]);
  // A page that holds nothing of what is looked for is no end.
  useEffect(() => {
    if (items.length < 10 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (feed.isPending) return <ListSkeleton rows={8} height={84} />;
  if (!feed.data) return <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />;
  if (items.length === 0 && feed.waiting === 0 && !hasNextPage)
    return isFeedNarrowed(search) ? (
      <EmptyState
        icon={IconRss}
        title={t('feed.empty.narrowed')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('tickets.filter.clear')}
          </Button>
        }
      />
    ) : (
      <EmptyState icon={IconRss} title={t('feed.empty.title')} text={t('feed.empty.text')} />
    );
  const Arrow = isOldestFirst ? IconArrowDown : IconArrowUp;
  const earlier = (
    <div className={classes.earlier}>
      {hasNextPage ? (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('feed.earlier')}
        </Button>
      ) : (
        <span className={classes.end}>{t('feed.end')}</span>
      )}
    </div>
  );
  return (
    <div className={classes.frame}>
      <div className={classes.fresh} data-foot={isOldestFirst || undefined} role="status">
        {feed.waiting > 0 && (
          <Button
            size="xs"
            radius="xl"
            leftSection={<Arrow size={14} aria-hidden />}
            onClick={() => {
              wasAtStart.current = true;
              feed.showNew();
              toStart();
            }}
          >
            {t('feed.new', { count: feed.waiting })}
          </Button>
        )}
      </div>
      <section
        ref={scroller}
        className={classes.scroller}
        onScroll={() => {
          wasAtStart.current = isAtStart();
        }}
        aria-label={t('feed.title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        data-testid="feed"
      >
        {isOldestFirst && earlier}
        {groups.map(group => (
          <FeedCard key={group.key} group={group} />
        ))}
        {!isOldestFirst && earlier}
      </section>
    </div>
  );
}
