import { Button } from '@mantine/core';
import { IconFileZip, IconUpload } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { maxZipBytes } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { addressOf } from '../data/address.ts';
import { useFormat, useT } from '../data/language.ts';
import { maxFileMegabytes } from '../messages/file-limits.ts';
import classes from './attachments.module.css';
import type { Attachment } from './use-attachments.ts';

/** Adds files to the ticket that the customer does not get, with the limit said beside it (ZOH-17, LUM-21). */
export function AddFiles({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useT();
  const chooser = useRef<HTMLInputElement>(null);
  const hintId = useId();
  return (
    <div className={classes.action}>
      <Button
        leftSection={<IconUpload size={16} aria-hidden />}
        aria-describedby={hintId}
        onClick={() => chooser.current?.click()}
      >
        {t('attachments.add')}
      </Button>
      <span id={hintId} className={classes.hint}>
        {t('attachments.limit', { limit: maxFileMegabytes })}
      </span>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t('attachments.add')}
        onChange={event => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** All files in one zip, which the server makes while it is sent; says what is in it and why there may be none. */
export function DownloadAll({ number, files }: { number: string; files: readonly Attachment[] }) {
  const t = useT();
  const format = useFormat();
  const hintId = useId();
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const isTooLarge = size > maxZipBytes;
  const total = t('attachments.total', { count: files.length, size: format.size(size) });
  const hint = isTooLarge
    ? t('attachments.zip.too-large', { limit: maxZipBytes / 1024 / 1024 })
    : files.some(file => file.isInNote || file.messageId === null)
      ? t('attachments.zip.notes')
      : '';
  return (
    <div className={classes.action}>
      {isTooLarge ? (
        <Button variant="default" disabled leftSection={<IconFileZip size={16} aria-hidden />}>
          {t('attachments.zip')}
        </Button>
      ) : (
        <Button
          component="a"
          variant="default"
          leftSection={<IconFileZip size={16} aria-hidden />}
          href={addressOf(routes.attachments.zip, { params: { ticket: number } })}
          download
          aria-describedby={hintId}
        >
          {t('attachments.zip')}
        </Button>
      )}
      <span id={hintId} className={classes.hint}>
        {[total, hint].filter(Boolean).join('. ')}
      </span>
    </div>
  );
}
