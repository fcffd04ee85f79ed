import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../data/language.ts';
import classes from './attachments.module.css';
import { previewOf } from './file-kinds.ts';
import { PreviewNote } from './preview-note.tsx';
import { TextPreview } from './text-preview.tsx';
import type { Attachment } from './use-attachments.ts';

/** The PDF reader is large, and only fetched for a PDF. */
const PdfPreview = lazy(() => import('./pdf-preview.tsx').then(one => ({ default: one.PdfPreview })));

/** Shows a file without leaving the ticket. Nothing of it runs: a picture, pages as pictures, or plain text (S14). */
export function PreviewDialog({ file, onClose }: { file: Attachment | null; onClose: () => void }) {
  const t = useT();
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      size="xl"
      title={file?.name}
      closeButtonProps={{ 'aria-label': t('attachments.preview.close') }}
    >
      {file && (
        <>
          <Content key={file.id} file={file} />
          <Button
            mt="md"
            component="a"
            variant="default"
            href={file.url}
            download={file.name}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('attachments.download')}
          </Button>
        </>
      )}
    </Modal>
  );
}

function Content({ file }: { file: Attachment }) {
  const t = useT();
  const [isUnreadable, setIsUnreadable] = useState(false);
  const kind = previewOf(file);
  if (isUnreadable) return <PreviewNote>{t('attachments.preview.failed')}</PreviewNote>;
  if (kind === 'image')
    return (
      <img
        className={classes.picture}
        src={file.url}
        alt={t('attachments.preview.image', { name: file.name })}
        onError={() => setIsUnreadable(true)}
      />
    );
  if (kind === 'text') return <TextPreview file={file} />;
  return (
    <Suspense fallback={<PreviewNote>{t('attachments.preview.loading')}</PreviewNote>}>
      <PdfPreview file={file} />
    </Suspense>
  );
}
