import { Button, SegmentedControl } from '@mantine/core';
import { IconFileOff, IconPaperclip } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useT } from '../data/language.ts';
import { AttachedFiles } from '../messages/attached-files.tsx';
import { useUploads } from '../messages/use-uploads.ts';
import type { TabProps } from '../tickets/ticket-tabs.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { AddFiles, DownloadAll } from './attachment-actions.tsx';
import { AttachmentRow } from './attachment-row.tsx';
import classes from './attachments.module.css';
import { type FileKind, fileKinds, kindOf } from './file-kinds.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import { type Attachment, useAttachments } from './use-attachments.ts';

/** Every file of the ticket: those of messages by themselves, and those added without sending them (ZOH-17, ZOH-18). */
export function AttachmentsTab({ number }: TabProps) {
  const t = useT();
  const { query, add, remove } = useAttachments(number);
  const uploads = useUploads(0);
  const [kind, setKind] = useKindFilter();
  const [shown, setShown] = useState<Attachment | null>(null);
  const [doomed, setDoomed] = useState<Attachment | null>(null);
  const [isDropping, setIsDropping] = useState(false);
  const files = query.data ?? [];
  const fitting = kind ? files.filter(file => kindOf(file) === kind) : files;
  const addFiles = (chosen: File[]) => uploads.add(chosen, file => add.mutate(file.id));

  return (
    <section
      className={classes.scroller}
      aria-label={t('tickets.tab.attachments')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      data-dropping={isDropping || undefined}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setIsDropping(true);
      }}
      onDragLeave={() => setIsDropping(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setIsDropping(false);
        addFiles([...event.dataTransfer.files]);
      }}
    >
      <div className={classes.content}>
        <div className={classes.actions}>
          <AddFiles onFiles={addFiles} />
          {files.length > 0 && <DownloadAll number={number} files={files} />}
        </div>
        <AttachedFiles files={[]} uploads={uploads} onRemove={() => undefined} />
        {files.length > 0 && (
          <SegmentedControl
            className={classes.filter}
            aria-label={t('attachments.filter')}
            value={kind ?? 'all'}
            onChange={setKind}
            data={['all', ...fileKinds].map(value => ({ value, label: t(`attachments.filter.${value}`) }))}
          />
        )}
        {query.isPending ? (
          <ListSkeleton rows={5} height={56} />
        ) : query.isError && files.length === 0 ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : files.length === 0 ? (
          <EmptyState
            icon={IconPaperclip}
            title={t('attachments.empty')}
            text={t('attachments.empty.text')}
          />
        ) : fitting.length === 0 ? (
          <EmptyState
            icon={IconFileOff}
            title={t('attachments.none-of')}
            action={
              <Button variant="default" onClick={() => setKind('all')}>
                {t('attachments.filter.all')}
              </Button>
            }
          />
        ) : (
          <ul className={classes.files} aria-label={t('attachments.list')}>
            {fitting.map(file => (
              <AttachmentRow
                key={file.id}
                file={file}
                number={number}
                onPreview={() => setShown(file)}
                onRemove={() => {
                  remove.reset();
                  setDoomed(file);
                }}
              />
            ))}
          </ul>
        )}
      </div>
      <PreviewDialog file={shown} onClose={() => setShown(null)} />
      <ConfirmDialog
        isOpen={doomed !== null}
        title={t('attachments.remove.title', { name: doomed?.name ?? '' })}
        text={t('attachments.remove.text')}
        confirmLabel={t('attachments.remove.confirm')}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSuccess: () => setDoomed(null) })}
        onClose={() => setDoomed(null)}
      />
    </section>
  );
}

/** Which kind is shown stands in the address. */
function useKindFilter(): [FileKind | undefined, (kind: string) => void] {
  const search: { kind?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const known = (value: unknown) => fileKinds.find(one => one === value);
  return [
    known(search.kind),
    value => void navigate({ to: '.', search: { kind: known(value) }, replace: true }),
  ];
}
