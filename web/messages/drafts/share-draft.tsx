import { Alert, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { routes } from '../../../contract/routes/index.ts';
import { call } from '../../data/call.ts';
import { useDesk } from '../../data/desk.ts';
import { useT } from '../../data/language.ts';
import { errorText } from '../../ui/error-text.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showDone } from '../../ui/toast.ts';

/** Gives a teammate a copy of my draft. */
export function ShareDraft({ draftId, onClose }: { draftId: string; onClose: () => void }) {
  const t = useT();
  const desk = useDesk().data;
  const [agentId, setAgentId] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const teammates = desk?.agents.filter(one => one.id !== desk.me.id && !one.isDisabled) ?? [];
  const share = useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationFn: (id: string) =>
      call(routes.drafts.share, { params: { id: draftId }, body: { agentId: id, isShared: true } }),
    onSuccess: (_nothing, id) => {
      const name = teammates.find(one => one.id === id)?.name ?? '';
      showDone(t, t('drafts.shared', { name }));
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(agentId === null);
    if (agentId) share.mutate(agentId);
  }

  return (
    <FormDialog
      isOpen
      title={t('drafts.share')}
      submitLabel={t('drafts.share.do')}
      isBusy={share.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        data-autofocus
        label={t('drafts.share.with')}
        description={t('drafts.share.hint')}
        data={teammates.map(({ id, name }) => ({ value: id, label: name }))}
        value={agentId}
        onChange={setAgentId}
        searchable
        nothingFoundMessage={t('shell.nothing-found')}
        error={isMissing && agentId === null ? t('shell.field.required') : undefined}
      />
      {share.isError && (
        <Alert color="red" role="alert">
          {errorText(t, share.error)}
        </Alert>
      )}
    </FormDialog>
  );
}
