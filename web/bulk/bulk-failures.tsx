import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasText } from '../../contract/i18n/texts.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { errorText } from '../ui/error-text.ts';
import classes from './bulk.module.css';
import type { BulkChange } from './bulk-queries.ts';

/** How many tickets a change could not do, and on demand which, each with its reason. */
export function BulkFailures({ change }: { change: BulkChange }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p className={classes.line}>
        <span className={classes.about}>{t('bulk.failed', { count: change.failed })}</span>
        <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'bulk.failed.hide' : 'bulk.failed.show')}
        </Button>
      </p>
      {isOpen && <Failures change={change} />}
    </>
  );
}

function Failures({ change }: { change: BulkChange }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const query = useInfiniteQuery({
    queryKey: ['bulk', slug, change.id, 'failures', change.failed],
    initialPageParam: 0,
    getNextPageParam: (last: { next: number | null }) => last.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.bulk.failures, { params: { id: change.id }, query: { after: pageParam } }, { signal }),
  });
  if (query.isPending) return <p className={classes.dim}>{t('shell.loading')}</p>;
  if (!query.data) return <p role="alert">{errorText(t, query.error)}</p>;
  const why = (code: string) => t(hasText(`errors.${code}`) ? `errors.${code}` : 'shell.error.unknown');
  return (
    <>
      <ul className={classes.failures}>
        {query.data.pages
          .flatMap(page => page.failures)
          .map(({ place, ticket, reason }) => (
            <li key={place}>
              {ticket ? (
                <Link to="/w/$slug/tickets/$number" params={{ slug, number: String(ticket.number) }}>
                  #{ticket.number} {ticket.subject || t('tickets.no-subject')}
                </Link>
              ) : (
                t('bulk.failed.hidden')
              )}
              <span className={classes.why}>{why(reason)}</span>
            </li>
          ))}
      </ul>
      {query.hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('bulk.failed.more')}
        </Button>
      )}
    </>
  );
}
