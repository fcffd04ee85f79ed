import { Alert, Button } from '@mantine/core';
import { IconBulb, IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAgent } from '../data/desk.ts';
import { hasKeptText } from '../data/kept-text.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { TabProps } from '../tickets/ticket-tabs.tsx';
import { useTicketChange } from '../tickets/use-ticket-change.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { FormSkeleton } from '../ui/skeletons.tsx';
import classes from '../ui/tab-page.module.css';
import { TabPage } from '../ui/tab-page.tsx';
import { ResolutionForm, resolutionPlace } from './resolution-form.tsx';
import { type Resolution, resolutionQuery } from './resolution-query.ts';
import { SimilarResolved } from './similar-resolved.tsx';

type Version = Resolution['earlier'][number];

/** How the ticket was solved: written once it is, read by whoever meets the same again (ZOH-05 to ZOH-09). */
export function ResolutionTab({ ticket, number }: TabProps) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const query = useQuery(resolutionQuery(slug, number));
  const [isEditing, setIsEditing] = useState(() => hasKeptText(resolutionPlace(slug, number)));
  if (query.isPending) return <FormSkeleton lines={3} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { resolution, earlier, isOpenForWriting, isSuperseded } = query.data;
  const isWriting = isOpenForWriting && (isEditing || !resolution);
  return (
    <TabPage label={t('tickets.tab.resolution')}>
      {!isOpenForWriting && !resolution && <Unsolved number={number} status={ticket.status} />}
      {isWriting && (
        <ResolutionForm
          ticket={ticket}
          number={number}
          resolution={resolution}
          onClose={() => setIsEditing(false)}
        />
      )}
      {resolution && !isWriting && (
        <article className={classes.card}>
          <div className={classes.head}>
            <h2 className={classes.title}>{t('resolution.title')}</h2>
            {isOpenForWriting && (
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setIsEditing(true)}
              >
                {t('resolution.edit')}
              </Button>
            )}
          </div>
          {isSuperseded && (
            <Alert color="yellow" title={t('resolution.superseded')}>
              {t('resolution.superseded.text')}
            </Alert>
          )}
          <Text version={resolution} />
        </article>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('resolution.earlier', { count: earlier.length })}</summary>
          {earlier.map(version => (
            <div key={version.version} className={classes.card} style={{ marginTop: 12 }}>
              <Text version={version} />
            </div>
          ))}
        </details>
      )}
      {!isOpenForWriting && <SimilarResolved number={number} />}
    </TabPage>
  );
}

function Text({ version }: { version: Version }) {
  const t = useT();
  const format = useFormat();
  const author = useAgent(version.writtenBy);
  const facts = { name: author?.name ?? t('tickets.nameless'), date: format.dateTime(version.writtenAt) };
  return (
    <>
      <p className={classes.words}>{version.text}</p>
      <p className={classes.soft}>{t('resolution.by', facts)}</p>
    </>
  );
}

function Unsolved({ number, status }: { number: string; status: TabProps['ticket']['status'] }) {
  const t = useT();
  const change = useTicketChange(number);
  const canSolve = ['new', 'open', 'pending', 'on_hold'].includes(status);
  return (
    <EmptyState
      icon={IconBulb}
      title={t('resolution.unsolved')}
      text={t('resolution.unsolved.text')}
      action={
        canSolve && (
          <Button
            leftSection={<IconCircleCheck size={16} aria-hidden />}
            onClick={() => change({ status: 'resolved' })}
          >
            {t('resolution.solve')}
          </Button>
        )
      }
    />
  );
}
