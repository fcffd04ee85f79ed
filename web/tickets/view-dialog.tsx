import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { type Visibility, visibilities } from '../../contract/routes/views.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk, useMay } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';

type SavedView = Desk['views'][number];

/** Names a view and says who sees it; `existing` is one to be changed. */
export function ViewDialog({
  existing,
  query,
  onClose,
}: {
  existing?: SavedView;
  query: SavedView['query'];
  onClose: () => void;
}) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const client = useQueryClient();
  const desk = useDesk().data;
  const managesAll = useMay('settings.manage');
  const teams = (desk?.teams ?? []).filter(
    team => managesAll || team.agentIds.includes(desk?.me.id ?? '') || team.id === existing?.teamId,
  );
  const offered = visibilities.filter(one => one !== 'team' || teams.length > 0);
  const form = useForm({
    initialValues: {
      name: existing?.name ?? '',
      visibility: existing?.visibility ?? ('private' as Visibility),
      teamId: existing?.teamId ?? teams[0]?.id ?? null,
    },
    validate: { name: value => (value.trim() ? null : t('shell.field.required')) },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: (values: typeof form.values) => {
      const body = { ...values, teamId: values.visibility === 'team' ? values.teamId : null };
      return existing
        ? call(routes.views.edit, { params: { id: existing.id }, body })
        : call(routes.views.add, { body: { ...body, query } });
    },
    // Shown in the rail, and opened, before the desk is asked for again.
    onDone: view => {
      onClose();
      client.setQueryData<Desk>(
        ['desk', slug],
        now => now && { ...now, views: [...now.views.filter(one => one.id !== view.id), view] },
      );
      if (!existing) void navigate({ to: '/w/$slug/views/$viewId', params: { slug, viewId: view.id } });
    },
    onError: errors.show,
    invalidates: ['tickets'],
  });
  return (
    <FormDialog
      isOpen
      title={t(existing ? 'lists.view.edit' : 'lists.view.add')}
      submitLabel={t('settings.save')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput label={t('settings.name')} maxLength={60} data-autofocus {...form.getInputProps('name')} />
      <Radio.Group label={t('lists.view.visibility')} {...form.getInputProps('visibility')}>
        <Stack gap="xs" mt={6}>
          {offered.map(value => (
            <Radio key={value} value={value} label={t(`lists.view.visibility.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.visibility === 'team' && (
        <Select
          label={t('tickets.field.team')}
          allowDeselect={false}
          data={teams.map(team => ({ value: team.id, label: team.name }))}
          {...form.getInputProps('teamId')}
        />
      )}
    </FormDialog>
  );
}
