import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Priority, priorities } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';

type Type = Desk['types'][number];

/** Adding a type of tickets ('new') or changing one; null keeps the dialog shut. */
export function TypeDialog({ type, onClose }: { type: Type | 'new' | null; onClose: () => void }) {
  const t = useT();
  const teams = useDesk().data?.teams ?? [];
  const existing = type === 'new' || type === null ? undefined : type;
  const form = useForm({
    initialValues: {
      name: existing?.name ?? '',
      priority: existing?.priority ?? ('medium' as Priority),
      teamId: existing?.teamId ?? null,
    },
    validate: { name: value => (value.trim() ? null : t('shell.field.required')) },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: (body: typeof form.values) =>
      existing
        ? call(routes.workspaces.editType, { params: { id: existing.id }, body })
        : call(routes.workspaces.addType, { body }),
    onDone: onClose,
    onError: errors.show,
  });
  return (
    <FormDialog
      isOpen={type !== null}
      title={t(existing ? 'settings.types.edit' : 'settings.types.add')}
      submitLabel={t(existing ? 'settings.save' : 'settings.types.add-submit')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput label={t('settings.name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('settings.types.priority')}
        allowDeselect={false}
        data={priorities.map(value => ({ value, label: t(`priority.${value}`) }))}
        {...form.getInputProps('priority')}
      />
      <Select
        label={t('settings.types.team')}
        placeholder={t('tickets.no-team')}
        clearable
        clearButtonProps={{ 'aria-label': t('lists.clear-one', { name: t('settings.types.team') }) }}
        data={teams.map(team => ({ value: team.id, label: team.name }))}
        {...form.getInputProps('teamId')}
      />
    </FormDialog>
  );
}
