import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { ticketsOfQuery, type Whose } from './contact-queries.ts';
import classes from './tickets-of.module.css';

interface Props {
  whose: Whose;
  /** The heading, from how many there are besides the one at hand. */
  title: (count: number) => string;
  /** The ticket at hand, which is not shown. */
  except?: string;
  first: number;
  /** Whether each says who asked. */
  withRequester?: boolean;
  /** Shown where there is none; nothing without it. */
  empty?: ReactNode;
}

/** The tickets of a person or an organisation with their states: a few, and the rest on demand (LIV-11, LIV-34). */
export function TicketsOf({ whose, title, except, first, withRequester, empty = null }: Props) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const headingId = useId();
  const query = useInfiniteQuery(ticketsOfQuery(slug, whose, first));
  const pages = query.data?.pages;
  if (query.isPending) return empty ? <ListSkeleton rows={5} height={40} /> : null;
  if (!pages) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const loaded = pages.flatMap(page => page.tickets);
  const shown = loaded.filter(ticket => ticket.id !== except);
  const total = (pages[0]?.total ?? 0) - (except ? 1 : 0);
  if (total <= 0) return empty;
  const left = Math.max(0, (pages[0]?.total ?? 0) - loaded.length);
  return (
    <section aria-labelledby={headingId}>
      <h3 className={classes.title} id={headingId}>
        {title(total)}
      </h3>
      <ul className={classes.tickets}>
        {shown.map(ticket => (
          <li key={ticket.id} className={classes.ticket}>
            <span className={classes.words}>
              <Link
                to="/w/$slug/tickets/$number"
                params={{ slug, number: String(ticket.number) }}
                className={classes.subject}
              >
                #{ticket.number} {ticket.subject || t('tickets.no-subject')}
              </Link>
              <span className={classes.when}>
                {withRequester && `${ticket.requesterName || t('tickets.nameless')} · `}
                <time dateTime={ticket.receivedAt} title={format.dateTime(ticket.receivedAt)}>
                  {format.date(ticket.receivedAt)}
                </time>
              </span>
            </span>
            <StatusPill status={ticket.status} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('panel.others.more', { count: left })}
        </Button>
      )}
    </section>
  );
}
