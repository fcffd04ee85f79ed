import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { messagesKey, ticketKey } from '../messages/ticket-keys.ts';
import { agentChoices } from '../tickets/choices.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import { showDone } from '../ui/toast.ts';

interface Props {
  /** The ticket to escalate; null keeps the dialog shut. */
  ticket: { number: number } | null;
  onClose: () => void;
  onDone?: () => void;
}

/** Asks to whom a ticket is escalated, by name or e-mail, and why (D-02). */
export function EscalateDialog({ ticket, onClose, onDone }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const desk = useDesk().data;
  const number = String(ticket?.number ?? '');
  const form = useForm({
    initialValues: { agentId: '', reason: '' },
    validate: {
      agentId: value => (value ? null : t('shell.field.required')),
      reason: value => (value.trim() ? null : t('shell.field.required')),
    },
  });
  const errors = useFormErrors(form);
  const close = () => {
    onClose();
    form.reset();
    errors.clear();
  };
  const escalate = useMutation({
    networkMode: 'always',
    mutationFn: (body: typeof form.values) =>
      call(routes.board.escalate, {
        params: { ticket: number },
        body: { ...body, reason: body.reason.trim() },
      }),
    onSuccess: (changed, { agentId }) => {
      client.setQueryData(ticketKey(slug, number), changed);
      void client.invalidateQueries({ queryKey: ticketKey(slug, number) });
      void client.invalidateQueries({ queryKey: messagesKey(slug, number) });
      void client.invalidateQueries({ queryKey: ['tickets'] });
      const name = desk?.agents.find(agent => agent.id === agentId)?.name ?? '';
      showDone(t, t('board.escalate.done', { number, name }));
      close();
      onDone?.();
    },
    onError: errors.show,
  });
  const agents = agentChoices(desk).map(({ value, label, detail }) => ({
    value,
    label: detail ? `${label} · ${detail}` : label,
  }));
  return (
    <FormDialog
      isOpen={ticket !== null}
      title={t('board.escalate.title', { number })}
      submitLabel={t('board.escalate.do')}
      isBusy={escalate.isPending}
      onSubmit={form.onSubmit(values => escalate.mutate(values))}
      onClose={close}
    >
      {errors.summary}
      <Select
        label={t('board.escalate.to')}
        placeholder={t('board.escalate.to.hint')}
        data={agents}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('tickets.picker.nothing')}
        data-autofocus
        {...form.getInputProps('agentId')}
      />
      <Textarea
        label={t('board.escalate.reason')}
        description={t('board.escalate.reason.hint')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
