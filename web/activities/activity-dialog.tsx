import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { ActivityKind, ReminderChannel } from '../../contract/routes/activities.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import { type Activity, useSettleActivities } from './activity-queries.ts';
import { dueInput, readDue } from './due.ts';
import { ReminderFields } from './reminder-fields.tsx';

interface Props {
  number: string;
  /** A kind adds one of it; an activity is changed; null keeps the dialog shut. */
  wanted: ActivityKind | Activity | null;
  canSendSms: boolean;
  onClose: () => void;
}

/** The details of a task, a call or an event; submitting adds it (ZOH-11). */
export function ActivityDialog({ number, wanted, canSendSms, onClose }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const existing = typeof wanted === 'object' && wanted !== null ? wanted : undefined;
  const kind = typeof wanted === 'string' ? wanted : (wanted?.kind ?? 'task');
  const form = useForm({
    initialValues: {
      title: existing?.title ?? '',
      note: existing?.note ?? '',
      ...dueInput(existing ?? { dueAt: null, dueOn: null }),
      ownerId: existing?.ownerId ?? desk?.me.id ?? '',
      reminder: (existing?.reminder?.by ?? []) as ReminderChannel[],
      minutesBefore: String(existing?.reminder?.minutesBefore ?? 15),
    },
    validate: {
      title: title => (title.trim() ? null : t('shell.field.required')),
      day: (day, { time }) => (time && !day ? t('activity.time.needs-day') : null),
    },
  });
  const errors = useFormErrors(form);
  const settle = useSettleActivities();
  const save = useMutation({
    networkMode: 'always',
    mutationFn: ({ title, note, ownerId, reminder, minutesBefore, ...due }: typeof form.values) => {
      const asked = reminder.length > 0 ? { by: reminder, minutesBefore: Number(minutesBefore) } : null;
      const body = { title, note, ownerId, due: readDue(due) };
      if (!existing)
        return call(routes.activities.add, {
          params: { ticket: number },
          body: { ...body, kind, reminder: asked },
        });
      // One that is left as it was moves with the date, or is cancelled in the past.
      const isTouched = form.isDirty('reminder') || form.isDirty('minutesBefore');
      return call(routes.activities.edit, {
        params: { id: existing.id },
        body: isTouched ? { ...body, reminder: asked } : body,
      });
    },
    onSuccess: onClose,
    onError: errors.show,
    onSettled: () => settle(number),
  });
  const agents = desk?.agents.filter(agent => !agent.isDisabled || agent.id === existing?.ownerId) ?? [];
  const { day, time } = form.values;
  const isAhead = day !== '' && time !== '' && new Date(`${day}T${time}`) > new Date();
  return (
    <FormDialog
      isOpen={wanted !== null}
      title={t(existing ? 'activity.edit' : `activity.add.${kind}`)}
      submitLabel={t(existing ? 'activity.save' : 'activity.submit')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput
        label={t('activity.title')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Group align="flex-start" grow gap="sm">
        <TextInput type="date" label={t('activity.day')} {...form.getInputProps('day')} />
        <TextInput type="time" label={t('activity.time')} {...form.getInputProps('time')} />
      </Group>
      <ReminderFields form={form} isPossible={isAhead} canSendSms={canSendSms} />
      <Select
        label={t('activity.owner')}
        searchable
        allowDeselect={false}
        data={agents.map(agent => ({ value: agent.id, label: agent.name }))}
        nothingFoundMessage={t('shell.nothing-found')}
        {...form.getInputProps('ownerId')}
        onChange={value => value && form.setFieldValue('ownerId', value)}
      />
      <Textarea
        label={t('activity.note')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
