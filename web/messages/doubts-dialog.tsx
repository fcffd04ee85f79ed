import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type Translate, useT } from '../data/language.ts';
import type { Doubt } from './doubts.ts';
import classes from './sending.module.css';

interface Props {
  doubts: readonly Doubt[];
  onSend: () => void;
  onClose: () => void;
}

/** Asks before a reply leaves, with the reasons; going on writing is what Enter does. */
export function DoubtsDialog({ doubts, onSend, onClose }: Props) {
  const t = useT();
  return (
    <Modal
      opened={doubts.length > 0}
      onClose={onClose}
      title={t('sending.doubts.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <ul className={classes.doubts}>
        {doubts.map(doubt => (
          <li key={doubt.kind}>
            <IconAlertTriangle size={18} aria-hidden />
            <span>{doubtText(t, doubt)}</span>
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('sending.doubts.back')}
        </Button>
        <Button onClick={onSend}>{t('sending.doubts.send')}</Button>
      </div>
    </Modal>
  );
}

function doubtText(t: Translate, doubt: Doubt): string {
  if (doubt.kind !== 'domain') return t(`sending.doubts.${doubt.kind}`, { words: doubt.words });
  const { addresses } = doubt;
  return t('sending.doubts.domain', { count: addresses.length, addresses: addresses.join(', ') });
}
