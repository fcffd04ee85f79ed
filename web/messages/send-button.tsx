import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconSend } from '@tabler/icons-react';
import { useT } from '../data/language.ts';
import { isApple } from '../ui/shortcut-keys.ts';
import classes from './composer.module.css';
import type { Mode } from './draft.ts';
import type { SendStatus } from './use-sending.ts';

interface Props {
  mode: Mode;
  isSending: boolean;
  isDisabled: boolean;
  onSend: (status: SendStatus) => void;
}

/** Send, with a menu for what the ticket becomes: pending by default (LUM-03), open, or solved. */
export function SendButton({ mode, isSending, isDisabled, onSend }: Props) {
  const t = useT();
  const keys = t('composer.send.keys', { keys: isApple() ? '⌘ ↵' : t('composer.send.ctrl') });
  if (mode === 'note') {
    return (
      <Button
        color="yellow.8"
        autoContrast
        loading={isSending}
        disabled={isDisabled}
        title={keys}
        onClick={() => onSend('open')}
      >
        {t('composer.note.add')}
      </Button>
    );
  }
  return (
    <div className={classes.split}>
      <Button
        className={classes.send}
        leftSection={<IconSend size={16} aria-hidden />}
        loading={isSending}
        disabled={isDisabled}
        title={keys}
        onClick={() => onSend('pending')}
      >
        {t('composer.send')}
      </Button>
      <Menu position="top-end" width={280}>
        <Menu.Target>
          <ActionIcon
            className={classes.more}
            variant="filled"
            color="brand"
            size={36}
            disabled={isDisabled || isSending}
            aria-label={t('composer.send.more')}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(['pending', 'open', 'resolved'] as const).map(status => (
            <Menu.Item key={status} onClick={() => onSend(status)}>
              {t(`composer.send.${status}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
