import { Alert, Button, Group, Modal } from '@mantine/core';
import { useT } from '../data/language.ts';
import { errorText } from './error-text.ts';

/** Asks before something that cannot be taken back. Says what will happen, and why it could not be done. */
export function ConfirmDialog({
  isOpen,
  title,
  text,
  confirmLabel,
  isBusy,
  error,
  onConfirm,
  onClose,
}: {
  isOpen: boolean;
  title: string;
  text: string;
  confirmLabel: string;
  isBusy: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <p style={{ margin: '0 0 16px' }}>{text}</p>
      {error ? (
        <Alert color="red" role="alert" mb="md">
          {errorText(t, error)}
        </Alert>
      ) : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('shell.cancel')}
        </Button>
        <Button color="red" onClick={onConfirm} loading={isBusy}>
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
