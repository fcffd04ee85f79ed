import { ActionIcon, Alert, Button, CloseButton, Progress } from '@mantine/core';
import { IconAlertTriangle, IconPhotoDown, IconRefresh } from '@tabler/icons-react';
import { useFormat, useT } from '../data/language.ts';
import { errorText } from '../ui/error-text.ts';
import classes from './attached-files.module.css';
import type { AttachedFile } from './draft.ts';
import { isShownInline } from './editor/dropped-files.ts';
import { maxFileMegabytes, maxMessageMegabytes } from './file-limits.ts';
import { FileIcon } from './file-picture.tsx';
import type { Upload, Uploads } from './use-uploads.ts';

interface Props {
  files: AttachedFile[];
  uploads: Uploads;
  /** An image shall stand in the text instead; absent where there is no text. */
  onInline?: (file: AttachedFile) => void;
  onRemove: (id: string) => void;
}

/** What goes out with the message: files ready, on their way up, failed and refused. */
export function AttachedFiles({ files, uploads, onInline, onRemove }: Props) {
  const t = useT();
  const format = useFormat();
  const isEmpty = files.length + uploads.uploads.length + uploads.refused.length === 0;
  if (isEmpty) return null;
  return (
    <div className={classes.place}>
      {uploads.refused.length > 0 && (
        <Alert
          color="red"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          withCloseButton
          closeButtonLabel={t('composer.file.refused.close')}
          onClose={uploads.dismissRefused}
          role="alert"
          py="xs"
        >
          {uploads.refused.map(refused => (
            <p key={refused.name} className={classes.refused}>
              {t(refused.reason, {
                name: refused.name,
                limit: refused.reason === 'composer.file.too-large' ? maxFileMegabytes : maxMessageMegabytes,
              })}
            </p>
          ))}
        </Alert>
      )}
      <ul className={classes.files} aria-label={t('composer.files')}>
        {files.map(file => (
          <li key={file.id} className={classes.file}>
            <FileIcon type={file.type} />
            <span className={classes.name} title={file.name}>
              {file.name}
            </span>
            <span className={classes.size}>{format.size(file.size)}</span>
            {onInline && isShownInline(file) && (
              <ActionIcon
                size={24}
                aria-label={t('composer.file.inline', { name: file.name })}
                title={t('composer.file.inline', { name: file.name })}
                onClick={() => onInline(file)}
              >
                <IconPhotoDown size={16} />
              </ActionIcon>
            )}
            <CloseButton
              size="sm"
              aria-label={t('composer.file.remove', { name: file.name })}
              onClick={() => onRemove(file.id)}
            />
          </li>
        ))}
        {uploads.uploads.map(one => (
          <UploadLine key={one.id} upload={one} uploads={uploads} />
        ))}
      </ul>
    </div>
  );
}

function UploadLine({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const t = useT();
  const { name, type } = upload.file;
  const hasFailed = upload.error !== undefined;
  return (
    <li className={classes.file} data-failed={hasFailed}>
      <FileIcon type={type} />
      <span className={classes.name} title={name}>
        {name}
      </span>
      {hasFailed ? (
        <span role="alert" className={classes.problem}>
          {errorText(t, upload.error)}
        </span>
      ) : (
        <Progress
          className={classes.progress}
          value={upload.share * 100}
          aria-label={t('composer.file.uploading', { name })}
        />
      )}
      {hasFailed && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => uploads.retry(upload.id)}
        >
          {t('composer.file.retry')}
        </Button>
      )}
      <CloseButton
        size="sm"
        aria-label={t('composer.file.remove', { name })}
        onClick={() => uploads.drop(upload.id)}
      />
    </li>
  );
}
