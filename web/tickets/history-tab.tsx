import { useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { HistorySentence } from './history-line.tsx';
import classes from './history-tab.module.css';
import { actorName } from './history-text.ts';
import { historyQuery } from './ticket-queries.ts';
import { useNames } from './use-names.ts';

/** Everything that was done to the ticket, newest first: who, what, when (LUM-33). Nothing here can be changed. */
export function HistoryTab({ number }: { number: string }) {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const slug = useWorkspaceSlug();
  const query = useQuery(historyQuery(slug, number));
  if (query.isPending) return <ListSkeleton rows={8} height={48} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.length === 0) return <EmptyState title={t('tickets.history.empty')} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className={classes.scroller} aria-label={t('tickets.tab.history')} tabIndex={0}>
      <ol className={classes.lines}>
        {query.data.map(line => (
          <li key={line.id} className={classes.line}>
            <PersonAvatar name={actorName(t, names, line.actor)} size={24} />
            <span className={classes.what}>
              <HistorySentence line={line} />
            </span>
            <time dateTime={line.at} className={classes.at}>
              {format.dateTime(line.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
