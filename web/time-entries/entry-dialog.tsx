import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { today } from '../data/day.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import { durationInput, readDuration } from './durations.ts';
import type { TimeEntry } from './time-queries.ts';

interface Props {
  number: string;
  /** 'new' adds one; null keeps the dialog shut. */
  entry: TimeEntry | 'new' | null;
  onClose: () => void;
}

/** Noting time by hand, or correcting what was noted. */
export function EntryDialog({ number, entry, onClose }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const existing = entry === 'new' || entry === null ? undefined : entry;
  const form = useForm({
    initialValues: {
      minutes: existing ? durationInput(existing.minutes) : '',
      day: existing?.day ?? today(),
      note: existing?.note ?? '',
      isBillable: existing?.isBillable ?? true,
    },
    validate: {
      minutes: typed => (readDuration(typed) === null ? t('time.field.minutes.wrong') : null),
      day: day => (day ? null : t('shell.field.required')),
    },
  });
  const errors = useFormErrors(form);
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (values: typeof form.values) => {
      const body = { ...values, minutes: readDuration(values.minutes) ?? 0 };
      return existing
        ? call(routes.timeEntries.edit, { params: { id: existing.id }, body })
        : call(routes.timeEntries.add, { params: { ticket: number }, body });
    },
    onSuccess: onClose,
    onError: errors.show,
    onSettled: () => void client.invalidateQueries({ queryKey: ticketKey(slug, number) }),
  });
  return (
    <FormDialog
      isOpen={entry !== null}
      title={t(existing ? 'time.edit' : 'time.add')}
      submitLabel={t('time.submit')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput
        label={t('time.field.minutes')}
        description={t('time.field.minutes.hint')}
        data-autofocus
        {...form.getInputProps('minutes')}
      />
      <TextInput type="date" label={t('time.field.day')} {...form.getInputProps('day')} />
      <Textarea
        label={t('time.field.note')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        {...form.getInputProps('note')}
      />
      <Checkbox
        label={t('time.field.billable')}
        {...form.getInputProps('isBillable', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
