import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { quarantineQuery } from './quarantine-query.ts';
import { QuarantineRow } from './quarantine-row.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';

/** Mails that were set aside instead of becoming tickets; nothing is ever dropped (P1, P6). */
export function QuarantinePage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const list = useInfiniteQuery(quarantineQuery(slug));
  usePageTitle(t('settings.quarantine.title'));
  const mails = list.data?.pages.flatMap(page => page.mails);
  return (
    <Section text={t('quarantine.text')}>
      {list.isPending && <ListSkeleton rows={4} height={72} />}
      {list.isError && !mails && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {mails?.length === 0 && (
        <EmptyState icon={IconShieldCheck} title={t('quarantine.none')} text={t('quarantine.none-text')} />
      )}
      {mails && mails.length > 0 && (
        <ul className={classes.rows}>
          {mails.map(mail => (
            <QuarantineRow key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('quarantine.more')}
        </Button>
      )}
    </Section>
  );
}
