import { Button } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { TabProps } from '../tickets/ticket-tabs.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from '../ui/tab-page.module.css';
import { TabPage } from '../ui/tab-page.tsx';
import { ApprovalCard } from './approval-card.tsx';
import { type Approval, approvalsQuery } from './approval-queries.ts';
import { AskDialog } from './ask-dialog.tsx';

/** What colleagues are asked to approve on the ticket, and what they said (ZOH-03, ZOH-04). */
export function ApprovalTab({ ticket, number }: TabProps) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const query = useQuery(approvalsQuery(slug, number));
  const [wanted, setWanted] = useState<Approval | 'new' | null>(null);
  if (query.isPending) return <ListSkeleton rows={3} height={96} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { approvals } = query.data;
  const ask = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWanted('new')}>
      {t('approval.ask')}
    </Button>
  );
  return (
    <TabPage label={t('tickets.tab.approval')}>
      {approvals.length === 0 ? (
        <EmptyState icon={IconGavel} title={t('approval.none')} text={t('approval.none.text')} action={ask} />
      ) : (
        <>
          <div className={classes.head}>{ask}</div>
          {approvals.map(one => (
            <ApprovalCard key={one.id} approval={one} number={number} onEdit={() => setWanted(one)} />
          ))}
        </>
      )}
      <AskDialog
        key={wanted === 'new' ? 'new' : wanted?.id}
        number={number}
        subject={ticket.subject}
        wanted={wanted}
        onClose={() => setWanted(null)}
      />
    </TabPage>
  );
}
