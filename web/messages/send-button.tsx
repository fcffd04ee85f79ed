import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCalendarClock, IconChevronDown, IconPlayerTrackNext, IconSend } from '@tabler/icons-react';
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
  /** Sends and opens the ticket that has waited longest. */
  onSendAndNext: () => void;
  onLater: () => void;
}

/** Send, with a menu for what the ticket becomes: pending by default (LUM-03), open, or solved; for next, and for later. */
export function SendButton({ mode, isSending, isDisabled, onSend, onSendAndNext, onLater }: Props) {
  const t = useT();
  const keys = t('composer.send.keys', { keys: isApple() ? '⌘ ↵' : t('composer.send.ctrl') });
  const solveKeys = isApple() ? '⌘ ⇧ ↵' : t('sending.keys.ctrl-shift');
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
      <Menu position="top-end" width={320}>
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
            <Menu.Item
              key={status}
              onClick={() => onSend(status)}
              title={status === 'resolved' ? t('sending.keys.solve', { keys: solveKeys }) : undefined}
            >
              {t(`composer.send.${status}`)}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<IconPlayerTrackNext size={16} aria-hidden />} onClick={onSendAndNext}>
            {t('sending.menu.next')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconCalendarClock size={16} aria-hidden />} onClick={onLater}>
            {t('sending.menu.later')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
