import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from './import.module.css';
import { skippedQuery } from './imports-query.ts';
import settings from './settings.module.css';

/** Which mails of an archive became no ticket, and why each of them. */
export function SkippedMails({ importId }: { importId: string }) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const query = useInfiniteQuery(skippedQuery(slug, importId));
  if (query.isPending) return <ListSkeleton rows={3} height={44} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const mails = query.data.pages.flatMap(page => page.mails);
  return (
    <>
      <ol className={classes.mails}>
        {mails.map(mail => (
          <li key={mail.place} value={mail.place}>
            <span className={classes.subject}>{mail.subject || t('quarantine.no-subject')}</span>
            <span className={settings.rowText}>
              {mail.sender || t('quarantine.no-sender')} · {format.dateTime(mail.at)}
            </span>
            <span className={settings.rowText}>
              {t(`import.why.${mail.reason}`)}{' '}
              {mail.ticketNumber !== null && (
                <Link to="/w/$slug/tickets/$number" params={{ slug, number: String(mail.ticketNumber) }}>
                  {t('tickets.hint.see', { number: mail.ticketNumber })}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('quarantine.more')}
        </Button>
      )}
    </>
  );
}
