import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconFolder, IconMessageBolt, IconPlus, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import classes from '../answers/canned.module.css';
import { type CannedReply, cannedQuery } from '../answers/canned-query.ts';
import { findCanned } from '../answers/canned-search.ts';
import { useRemoveCanned } from '../answers/use-canned-change.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { CannedRow } from './canned-row.tsx';
import { Section } from './section.tsx';

// The editor's code comes only when somebody writes.
const CannedDialog = lazy(async () => ({
  default: (await import('../answers/canned-dialog.tsx')).CannedDialog,
}));

const scopes = ['all', 'mine', 'shared'] as const;
type Scope = (typeof scopes)[number];
const blank = { name: '', shortcut: '', folder: '', language: null, html: '', isShared: false };

/** The canned replies that I may use, by folder: found, written, changed, removed (LIV-19, CHP-11). */
export function CannedPage() {
  const t = useT();
  const query = useQuery(cannedQuery(useWorkspaceSlug()));
  const [typed, setTyped] = useState('');
  const [scope, setScope] = useState<Scope>('all');
  const [edited, setEdited] = useState<CannedReply | 'new' | null>(null);
  const [doomed, setDoomed] = useState<CannedReply | null>(null);
  const remove = useRemoveCanned(() => setDoomed(null));
  usePageTitle(t('settings.canned.title'));
  const all = query.data ?? [];
  const found = findCanned(all, typed).filter(
    ({ isShared }) => scope === 'all' || (scope === 'shared') === isShared,
  );
  const folders = [...new Set(found.map(reply => reply.folder))].sort((a, b) => a.localeCompare(b));
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('canned.add')}
    </Button>
  );

  function reset(): void {
    setTyped('');
    setScope('all');
  }

  return (
    <Section text={t('canned.text')} action={all.length > 0 && add}>
      {query.isPending && <ListSkeleton rows={5} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && all.length === 0 && (
        <EmptyState
          icon={IconMessageBolt}
          title={t('canned.none')}
          text={t('canned.none-text')}
          action={add}
        />
      )}
      {all.length > 0 && (
        <div className={classes.filters}>
          <TextInput
            className={classes.search}
            type="search"
            aria-label={t('canned.search')}
            placeholder={t('canned.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('canned.scope')}
            value={scope}
            onChange={value => setScope(scopes.find(one => one === value) ?? 'all')}
            data={scopes.map(value => ({ value, label: t(`canned.scope.${value}`) }))}
          />
        </div>
      )}
      {all.length > 0 && found.length === 0 && (
        <EmptyState
          icon={IconSearchOff}
          title={t('canned.not-found')}
          text={t('canned.not-found-text')}
          action={
            <Button variant="default" onClick={reset}>
              {t('canned.not-found.reset')}
            </Button>
          }
        />
      )}
      {folders.map(folder => (
        <div key={folder}>
          <h2 className={classes.folder}>
            <IconFolder size={16} aria-hidden />
            {folder.replaceAll('/', ' › ') || t('canned.no-folder')}
          </h2>
          <ul className={classes.rows}>
            {found
              .filter(reply => reply.folder === folder)
              .map(reply => (
                <CannedRow
                  key={reply.id}
                  reply={reply}
                  onEdit={() => setEdited(reply)}
                  onDelete={() => {
                    remove.reset();
                    setDoomed(reply);
                  }}
                />
              ))}
          </ul>
        </div>
      ))}
      {edited && (
        <Suspense fallback={null}>
          <CannedDialog
            reply={edited === 'new' ? undefined : edited}
            start={edited === 'new' ? blank : edited}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      )}
      <ConfirmDialog
        isOpen={doomed !== null}
        title={t('canned.delete', { name: doomed?.name ?? '' })}
        text={t(doomed?.isShared ? 'canned.delete-shared' : 'canned.delete-own')}
        confirmLabel={t('settings.delete')}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => doomed && remove.mutate(doomed)}
        onClose={() => setDoomed(null)}
      />
    </Section>
  );
}
