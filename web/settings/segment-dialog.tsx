import { MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';

type Segment = Desk['segments'][number];

/** Adding a segment ('new') or changing one; null keeps the dialog shut. */
export function SegmentDialog({
  segment,
  onClose,
}: {
  segment: Segment | 'new' | null;
  onClose: () => void;
}) {
  const t = useT();
  const agents = useDesk().data?.agents ?? [];
  const existing = segment === 'new' || segment === null ? undefined : segment;
  const form = useForm({
    initialValues: { name: existing?.name ?? '', agentIds: existing?.agentIds ?? [] },
    validate: { name: value => (value.trim() ? null : t('shell.field.required')) },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: (body: typeof form.values) =>
      existing
        ? call(routes.workspaces.editSegment, { params: { id: existing.id }, body })
        : call(routes.workspaces.addSegment, { body }),
    onDone: onClose,
    onError: errors.show,
  });
  return (
    <FormDialog
      isOpen={segment !== null}
      title={t(existing ? 'settings.segments.edit' : 'settings.segments.add')}
      submitLabel={t(existing ? 'settings.save' : 'settings.segments.add-submit')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput label={t('settings.name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <MultiSelect
        label={t('settings.segments.agents')}
        description={t('settings.segments.agents.hint')}
        placeholder={form.values.agentIds.length === 0 ? t('settings.segments.agents.all') : undefined}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('shell.nothing-found')}
        data={agents
          .filter(agent => !agent.isDisabled || form.values.agentIds.includes(agent.id))
          .map(agent => ({ value: agent.id, label: agent.name }))}
        {...form.getInputProps('agentIds')}
      />
    </FormDialog>
  );
}
