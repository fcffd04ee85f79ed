import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useT } from '../data/language.ts';
import classes from './composer.module.css';
import { maxFileMegabytes, maxMessageMegabytes } from './file-limits.ts';

interface Props {
  onFiles: (files: File[]) => void;
  isDisabled?: boolean;
}

/** "Attach files...", just under the text, with the limit said beside it (LUM-20, LUM-21). */
export function AttachButton({ onFiles, isDisabled }: Props) {
  const t = useT();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className={classes.attach}>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconPaperclip size={16} aria-hidden />}
        disabled={isDisabled}
        onClick={() => chooser.current?.click()}
      >
        {t('composer.attach')}
      </Button>
      <span className={classes.limit}>
        <span>{t('composer.attach.limit', { limit: maxFileMegabytes })}</span> ·{' '}
        <span>{t('composer.attach.total', { limit: maxMessageMegabytes })}</span>
      </span>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t('composer.attach')}
        onChange={event => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
