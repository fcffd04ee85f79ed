import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ApprovalMode, approvalModes } from '../../contract/routes/approvals.ts';
import { routes } from '../../contract/routes/index.ts';
import { ApiError } from '../data/api-error.ts';
import { call } from '../data/call.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { errorText } from '../ui/error-text.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import classes from '../ui/tab-page.module.css';
import { type Approval, useApprovalChange } from './approval-queries.ts';

interface Props {
  number: string;
  /** The ticket's, to begin with. */
  subject: string;
  /** 'new' asks for one; null keeps the dialog shut. */
  wanted: Approval | 'new' | null;
  onClose: () => void;
}

/** Asking colleagues to approve something, or changing what is asked. */
export function AskDialog({ number, subject, wanted, onClose }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const existing = wanted === 'new' || wanted === null ? undefined : wanted;
  const form = useForm({
    initialValues: {
      subject: existing?.subject ?? subject.slice(0, 200),
      question: existing?.question ?? '',
      shared: existing?.shared ?? '',
      mode: (existing?.mode ?? 'any') as ApprovalMode,
      approverIds: existing?.steps.map(step => step.approverId) ?? ([] as string[]),
    },
    validate: {
      subject: text => (text.trim() ? null : t('shell.field.required')),
      question: text => (text.trim() ? null : t('shell.field.required')),
      approverIds: ids => (ids.length > 0 ? null : t('shell.field.required')),
    },
  });
  const errors = useFormErrors(form);
  const save = useApprovalChange(
    number,
    ({ mode, approverIds, ...asked }: typeof form.values) =>
      existing
        ? call(routes.approvals.edit, {
            params: { id: existing.id },
            body: { ...asked, version: existing.version },
          })
        : call(routes.approvals.ask, { params: { ticket: number }, body: { ...asked, mode, approverIds } }),
    {
      done: onClose,
      error: error => {
        errors.show(error);
        // Its words name the agent, which those of a field alone do not.
        if (error instanceof ApiError && error.code === 'approver-cannot-see')
          form.setFieldError('approverIds', errorText(t, error));
      },
    },
  );
  const agents = desk?.agents.filter(agent => !agent.isDisabled && agent.id !== desk.me.id) ?? [];
  return (
    <FormDialog
      isOpen={wanted !== null}
      title={t(existing ? 'approval.edit' : 'approval.ask')}
      submitLabel={t(existing ? 'approval.save' : 'approval.submit')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      {existing && <p className={classes.soft}>{t('approval.edit.text')}</p>}
      {!existing && (
        <MultiSelect
          label={t('approval.approvers')}
          description={t('approval.approvers.hint')}
          searchable
          hidePickedOptions
          maxValues={20}
          nothingFoundMessage={t('shell.nothing-found')}
          data={agents.map(agent => ({ value: agent.id, label: `${agent.name} (${agent.email})` }))}
          {...form.getInputProps('approverIds')}
        />
      )}
      {!existing && form.values.approverIds.length > 1 && (
        <Select
          label={t('approval.mode')}
          allowDeselect={false}
          data={approvalModes.map(mode => ({ value: mode, label: t(`approval.mode.${mode}`) }))}
          {...form.getInputProps('mode')}
          onChange={value => form.setFieldValue('mode', approvalModes.find(mode => mode === value) ?? 'any')}
        />
      )}
      <TextInput label={t('approval.subject')} maxLength={200} {...form.getInputProps('subject')} />
      <Textarea
        label={t('approval.question')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        {...form.getInputProps('question')}
      />
      <Textarea
        label={t('approval.shared')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        {...form.getInputProps('shared')}
      />
    </FormDialog>
  );
}
