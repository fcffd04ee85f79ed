import { Button, SegmentedControl } from '@mantine/core';
import { IconFilterOff, IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ActorClass, actorClasses } from '../../contract/routes/tickets.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { dayOf, daysOf, type HistoryDay } from './history-days.ts';
import { HistorySentence } from './history-line.tsx';
import classes from './history-tab.module.css';
import { actorName } from './history-text.ts';
import { historyPagesQuery } from './ticket-queries.ts';
import { useNames } from './use-names.ts';

/** Everything that was done to the ticket, newest first: who, what, when (LUM-33, ZOH-02). Nothing here can be changed. */
export function HistoryTab({ number }: { number: string }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const [by, setBy] = useActorFilter();
  const query = useInfiniteQuery(historyPagesQuery(slug, number, by));
  const lines = query.data?.pages.flatMap(page => page.lines) ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className={classes.scroller} aria-label={t('tickets.tab.history')} tabIndex={0}>
      <div className={classes.content}>
        <SegmentedControl
          className={classes.filter}
          aria-label={t('panel.history.by')}
          value={by ?? 'all'}
          onChange={setBy}
          data={['all', ...actorClasses].map(value => ({ value, label: t(`panel.history.by.${value}`) }))}
        />
        <p className={classes.fixed}>{t('panel.history.fixed')}</p>
        {query.isPending ? (
          <ListSkeleton rows={8} height={48} />
        ) : query.isError && lines.length === 0 ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : lines.length === 0 ? (
          <EmptyState
            icon={by ? IconFilterOff : IconHistory}
            title={t(by ? 'panel.history.none-of' : 'tickets.history.empty')}
            text={by && t('panel.history.none-of-text')}
          />
        ) : (
          daysOf(lines).map(day => <Day key={day.day} {...day} />)
        )}
        {query.hasNextPage && (
          <Button
            variant="default"
            className={classes.earlier}
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('panel.history.earlier')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Whose actions are shown stands in the address, so that it can be shared. */
function useActorFilter(): [ActorClass | undefined, (by: string) => void] {
  const search: { by?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const known = (value: unknown) => actorClasses.find(one => one === value);
  return [known(search.by), value => void navigate({ to: '.', search: { by: known(value) }, replace: true })];
}

function Day({ day, lines }: HistoryDay) {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const now = new Date();
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  const title =
    day === dayOf(now)
      ? t('panel.history.today')
      : day === dayOf(yesterday)
        ? t('panel.history.yesterday')
        : format.date(lines[0]!.at);
  return (
    <>
      <h2 className={classes.day}>{title}</h2>
      <ol className={classes.lines}>
        {lines.map(line => (
          <li key={line.id} className={classes.line}>
            <PersonAvatar name={actorName(t, names, line.actor)} size={24} />
            <span className={classes.what}>
              <HistorySentence line={line} />
            </span>
            <time dateTime={line.at} title={format.dateTime(line.at)} className={classes.at}>
              {format.time(line.at)}
            </time>
          </li>
        ))}
      </ol>
    </>
  );
}
