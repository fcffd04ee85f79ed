import { Button, Group, Modal, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../../contract/routes/index.ts';
import { call } from '../../data/call.ts';
import { useFormat, useT } from '../../data/language.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { FormSkeleton, ListSkeleton } from '../../ui/skeletons.tsx';
import type { Draft } from '../draft.ts';
import { FileIcon } from '../file-picture.tsx';
import classes from './drafts.module.css';

interface Props {
  draftId: string;
  onRestore: (part: Partial<Draft>) => void;
  onClose: () => void;
}

/** Earlier versions of a draft, to be read and put back. */
export function VersionsDialog({ draftId, onRestore, onClose }: Props) {
  const t = useT();
  const format = useFormat();
  const [wanted, setWanted] = useState<number | null>(null);
  const list = useQuery({
    queryKey: ['draft-versions', draftId],
    queryFn: async ({ signal }) =>
      (await call(routes.drafts.versions, { params: { id: draftId } }, { signal })).versions,
    staleTime: 0,
  });
  const chosen = wanted ?? list.data?.[0]?.version;
  const one = useQuery({
    queryKey: ['draft-versions', draftId, chosen],
    queryFn: ({ signal }) =>
      call(routes.drafts.version, { params: { id: draftId }, query: { version: chosen } }, { signal }),
    enabled: chosen !== undefined,
  });

  function restore(): void {
    if (!one.data) return;
    const { html, fileIds: _ids, key: _key, ...more } = one.data.content;
    onRestore({ html, files: one.data.files, more });
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('drafts.versions')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {list.isPending && <ListSkeleton rows={4} height={48} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className={classes.hint}>{t('drafts.versions.none')}</p>}
      {list.data && list.data.length > 0 && (
        <>
          <div className={classes.versions}>
            <ul className={classes.list} aria-label={t('drafts.versions')}>
              {list.data.map(({ version, at, preview }) => (
                <li key={version}>
                  <UnstyledButton
                    className={classes.version}
                    aria-pressed={version === chosen}
                    onClick={() => setWanted(version)}
                  >
                    <span>{format.dateTime(at)}</span>
                    <span className={classes.preview}>{preview || t('drafts.no-words')}</span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
            <section className={classes.reading} aria-label={t('drafts.versions.preview')} aria-live="polite">
              {one.isPending && <FormSkeleton lines={2} />}
              {one.isError && <ErrorState error={one.error} onRetry={() => void one.refetch()} />}
              {one.data && <RichText html={one.data.content.html} />}
              {one.data?.files.map(file => (
                <p key={file.id} className={classes.hint}>
                  <FileIcon type={file.type} /> {file.name}
                </p>
              ))}
            </section>
          </div>
          <Group justify="space-between" mt="md" gap="xs">
            <p className={classes.hint}>{t('drafts.versions.hint')}</p>
            <Button onClick={restore} disabled={!one.data}>
              {t('drafts.versions.restore')}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
