import { MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';

type Team = Desk['teams'][number];

/** Adding a team ('new') or changing its name and members; null keeps the dialog shut. */
export function TeamDialog({ team, onClose }: { team: Team | 'new' | null; onClose: () => void }) {
  const t = useT();
  const agents = useDesk().data?.agents ?? [];
  const existing = team === 'new' || team === null ? undefined : team;
  const form = useForm({
    initialValues: { name: existing?.name ?? '', agentIds: existing?.agentIds ?? [] },
    validate: { name: value => (value.trim() ? null : t('shell.field.required')) },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: (body: typeof form.values) =>
      existing
        ? call(routes.people.editTeam, { params: { id: existing.id }, body })
        : call(routes.people.addTeam, { body }),
    onDone: onClose,
    onError: errors.show,
  });
  return (
    <FormDialog
      isOpen={team !== null}
      title={t(existing ? 'settings.teams.edit' : 'settings.teams.add')}
      submitLabel={t(existing ? 'settings.save' : 'settings.teams.add-submit')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput label={t('settings.name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <MultiSelect
        label={t('settings.teams.members')}
        placeholder={form.values.agentIds.length === 0 ? t('settings.teams.members.placeholder') : undefined}
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
