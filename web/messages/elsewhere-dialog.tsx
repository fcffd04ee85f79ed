import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { errorText } from '../ui/error-text.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { showDone } from '../ui/toast.ts';
import type { Delivery } from './messages-query.ts';

/** Asks for the address that a message goes to which did not arrive at another. */
export function ElsewhereDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const [address, setAddress] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim());
  const send = useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationFn: () =>
      call(routes.messages.sendElsewhere, {
        params: { id: delivery.id },
        body: { address: address.trim() },
      }),
    onSuccess: () => {
      showDone(t, t('tickets.delivery.elsewhere.done', { address: address.trim() }));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['ticket'] }),
  });
  const problem = isTried && !isAddress ? t('shell.field.email') : send.error && errorText(t, send.error);
  return (
    <FormDialog
      isOpen
      title={t('tickets.delivery.elsewhere')}
      submitLabel={t('tickets.delivery.elsewhere.send')}
      isBusy={send.isPending}
      onClose={onClose}
      onSubmit={event => {
        event.preventDefault();
        setIsTried(true);
        if (isAddress) send.mutate();
      }}
    >
      <Text size="sm">{t('tickets.delivery.elsewhere.text', { recipient: delivery.recipient })}</Text>
      <TextInput
        type="email"
        label={t('tickets.delivery.elsewhere.address')}
        data-autofocus
        autoComplete="off"
        value={address}
        onChange={event => {
          setAddress(event.currentTarget.value);
          send.reset();
        }}
        error={problem}
      />
    </FormDialog>
  );
}
