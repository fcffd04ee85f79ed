import { Button } from '@mantine/core';
import { IconFilePencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { routes } from '../../../contract/routes/index.ts';
import { call } from '../../data/call.ts';
import { useFormat, useT } from '../../data/language.ts';
import { useWorkspaceSlug } from '../../data/workspace.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import classes from './drafts.module.css';
import { type MyDraft, myDraftsQuery } from './drafts-query.ts';

/** Everything that I have written and not sent, so that nothing is forgotten. */
export function DraftsPage() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const list = useQuery(myDraftsQuery(slug));
  const [discarding, setDiscarding] = useState<MyDraft | null>(null);
  usePageTitle(t('drafts.mine'));
  if (list.isPending) return <ListSkeleton rows={5} height={60} />;
  if (!list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.length === 0)
    return (
      <EmptyState icon={IconFilePencil} title={t('drafts.mine.none')} text={t('drafts.mine.none.text')} />
    );
  return (
    <section className={classes.page} aria-label={t('drafts.mine')}>
      <ul className={classes.rows}>
        {list.data.map(draft => (
          <Row key={draft.id} draft={draft} onDiscard={() => setDiscarding(draft)} />
        ))}
      </ul>
      {discarding && <Discard draft={discarding} onClose={() => setDiscarding(null)} />}
    </section>
  );
}

function Row({ draft, onDiscard }: { draft: MyDraft; onDiscard: () => void }) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const number = String(draft.ticket?.number ?? '');
  const title = draft.subject || t(draft.mode === 'new' ? 'drafts.mode.new' : 'tickets.no-subject');
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        {draft.ticket && (
          <Link
            className={classes.subject}
            to="/w/$slug/tickets/$number"
            params={{ slug, number }}
            search={draft.mode === 'note' || draft.mode === 'side' ? { write: draft.mode } : {}}
          >
            #{number} {title}
          </Link>
        )}
        {draft.mode === 'new' && (
          <Link className={classes.subject} to="/w/$slug/tickets/new" params={{ slug }}>
            {title}
          </Link>
        )}
        {!draft.ticket && draft.mode !== 'new' && (
          <span className={classes.subject}>{t('drafts.out-of-reach')}</span>
        )}
        <span className={classes.preview}>{draft.preview || t('drafts.no-words')}</span>
      </span>
      <span className={classes.meta}>{t(`drafts.mode.${draft.mode}`)}</span>
      <time className={classes.meta} dateTime={draft.savedAt} title={format.dateTime(draft.savedAt)}>
        {format.ago(draft.savedAt)}
      </time>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={onDiscard}
        aria-label={t('drafts.discard.this', { title })}
      >
        {t('composer.discard')}
      </Button>
    </li>
  );
}

function Discard({ draft, onClose }: { draft: MyDraft; onClose: () => void }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const discard = useMutation({
    networkMode: 'always',
    mutationFn: () => call(routes.drafts.discard, { params: { id: draft.id }, query: {} }),
    onSuccess: () => {
      client.setQueryData(myDraftsQuery(slug).queryKey, now => now?.filter(one => one.id !== draft.id));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['drafts', slug] }),
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('drafts.discard')}
      text={t('drafts.discard.text')}
      confirmLabel={t('composer.discard')}
      isBusy={discard.isPending}
      error={discard.error}
      onConfirm={() => discard.mutate()}
      onClose={onClose}
    />
  );
}
