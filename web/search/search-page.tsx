import { Button, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { type Section, sections } from '../../contract/routes/search.ts';
import { useDesk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { keepLastList } from '../tickets/last-list.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { ContactHitRow } from './contact-hit.tsx';
import { FileHitRow } from './file-hit.tsx';
import classes from './search.module.css';
import { SearchField } from './search-field.tsx';
import { SearchNotes } from './search-notes.tsx';
import { TicketHitRow } from './ticket-hit.tsx';
import { useHitKeys } from './use-hit-keys.ts';
import { type Results, useSearch } from './use-search.ts';

const kinds = ['tickets', 'contacts', 'files'] as const;
type Kind = (typeof kinds)[number];

/** What a search found: all of it at a glance, or one kind page by page. The address says all. */
export function SearchPage({ search }: { search: Record<string, unknown> }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const desk = useDesk().data;
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const q = String(search.q ?? '').trim();
  const section = sections.find(one => one === search.section) ?? 'all';
  const isExact = search.exact === 'yes';
  const result = useSearch(q, section, isExact);
  const pages = result.data?.pages;
  const first = q === '' ? undefined : pages?.[0];
  const { href } = useLocation();
  usePageTitle(t('search.title'), q ? t('search.title.words', { words: q }) : t('search.title'));
  const numbers = useMemo(
    () => (pages ?? []).flatMap(page => page.tickets.map(ticket => String(ticket.number))),
    [pages],
  );
  useEffect(() => keepLastList(href, numbers), [href, numbers]);

  return (
    <section className={classes.page} aria-label={t('search.title')}>
      {desk && (
        <div className={classes.field}>
          <SearchField
            desk={desk}
            words={q}
            hasKey={false}
            input={input}
            onSearch={words =>
              void navigate({ to: '/w/$slug/search', params: { slug }, search: { q: words || undefined } })
            }
          />
        </div>
      )}
      {first && <Tabs q={q} section={section} isExact={isExact} counts={first.counts} />}
      <VisuallyHidden role="status">
        {first && !result.isPlaceholderData ? <Found results={first} /> : ''}
      </VisuallyHidden>
      {q === '' ? (
        <EmptyState
          icon={IconSearch}
          title={t('search.empty.title')}
          text={t('search.empty.text')}
          action={<span>{t('search.empty.example')}</span>}
        />
      ) : result.isError && !first ? (
        <ErrorState error={result.error} onRetry={() => void result.refetch()} />
      ) : first ? (
        <Hits
          q={q}
          section={section}
          pages={pages ?? []}
          isOld={result.isPlaceholderData}
          onMore={result.hasNextPage ? () => void result.fetchNextPage() : undefined}
          isLoadingMore={result.isFetchingNextPage}
        />
      ) : (
        <ListSkeleton rows={8} height={72} />
      )}
    </section>
  );
}

function Found({ results }: { results: Results }) {
  const t = useT();
  const { counts } = results;
  const count = kinds.reduce((sum, kind) => sum + counts[kind].count, 0);
  return t(kinds.some(kind => counts[kind].isMore) ? 'search.found.more' : 'search.found', { count });
}

function Tabs(props: { q: string; section: Section; isExact: boolean; counts: Results['counts'] }) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const { q, section, counts } = props;
  return (
    <nav className={classes.tabs} aria-label={t('search.sections')}>
      {sections.map(name => (
        <Link
          key={name}
          to="/w/$slug/search"
          params={{ slug }}
          search={{
            q,
            section: name === 'all' ? undefined : name,
            exact: props.isExact ? 'yes' : undefined,
          }}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={section === name ? 'page' : undefined}
        >
          {t(`search.section.${name}`)}
          {name !== 'all' && (
            <span className={classes.count}>
              {counts[name].isMore
                ? t('search.more-than', { count: format.number(counts[name].count) })
                : format.number(counts[name].count)}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

interface HitsProps {
  q: string;
  section: Section;
  pages: Results[];
  /** Of the words before, while the next are searched for. */
  isOld: boolean;
  onMore?: () => void;
  isLoadingMore: boolean;
}

function Hits({ q, section, pages, isOld, onMore, isLoadingMore }: HitsProps) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  useHitKeys(place);
  const first = pages[0]!;
  const rows: Record<Kind, ReactNode[]> = {
    tickets: pages.flatMap(page => page.tickets.map(hit => <TicketHitRow key={hit.id} hit={hit} />)),
    contacts: first.contacts.map(one => <ContactHitRow key={one.id} contact={one} />),
    files: pages.flatMap(page => page.files.map(file => <FileHitRow key={file.id} file={file} />)),
  };
  const isNothing = kinds.every(kind => rows[kind].length === 0);
  const isNowhere = kinds.every(kind => first.counts[kind].count === 0);
  return (
    <div
      className={`${classes.results} ${isOld ? classes.old : ''}`}
      ref={place}
      data-testid="search-results"
    >
      <SearchNotes q={q} results={first} />
      {isNothing && (
        <EmptyState
          icon={IconSearch}
          title={t('search.nothing.title', { words: q })}
          text={t(isNowhere ? 'search.nothing.text' : 'search.nothing.section')}
        />
      )}
      {kinds.map(
        kind =>
          rows[kind].length > 0 && (
            <KindOfHits
              key={kind}
              kind={kind}
              q={q}
              isAlone={section === kind}
              hasMore={section === 'all' && first.counts[kind].count > rows[kind].length}
            >
              {rows[kind]}
            </KindOfHits>
          ),
      )}
      {onMore && (
        <Button className={classes.more} variant="default" loading={isLoadingMore} onClick={onMore}>
          {t('search.more')}
        </Button>
      )}
    </div>
  );
}

function KindOfHits(props: {
  kind: Kind;
  q: string;
  isAlone: boolean;
  hasMore: boolean;
  children: ReactNode;
}) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const { kind } = props;
  const heading = <h2 id={`found-${kind}`}>{t(`search.section.${kind}`)}</h2>;
  return (
    <section className={classes.section} aria-labelledby={`found-${kind}`}>
      {props.isAlone ? (
        <VisuallyHidden>{heading}</VisuallyHidden>
      ) : (
        <div className={classes.head}>
          {heading}
          {props.hasMore && (
            <Link to="/w/$slug/search" params={{ slug }} search={{ q: props.q, section: kind }}>
              {t('search.show-all')}
              <VisuallyHidden> ({t(`search.section.${kind}`)})</VisuallyHidden>
            </Link>
          )}
        </div>
      )}
      <ul className={classes.list}>{props.children}</ul>
    </section>
  );
}
