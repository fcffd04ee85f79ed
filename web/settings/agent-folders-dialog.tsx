import { MultiSelect, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';

type Agent = Desk['agents'][number];

/** Which folders an agent may see (LUM-36): all of them, or those chosen here. */
export function AgentFoldersDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const t = useT();
  const folders = useDesk().data?.folders ?? [];
  const form = useForm({
    initialValues: {
      reach: agent.folderIds === null ? ('all' as string) : 'some',
      folderIds: agent.folderIds ?? [],
    },
    validate: {
      folderIds: (ids, { reach }) =>
        reach === 'some' && ids.length === 0 ? t('settings.agents.folders.choose') : null,
    },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: (folderIds: string[] | null) =>
      call(routes.people.editAgent, { params: { id: agent.id }, body: { folderIds } }),
    onDone: onClose,
    onError: errors.show,
  });
  return (
    <FormDialog
      isOpen
      title={t('settings.agents.folders.of', { name: agent.name })}
      submitLabel={t('settings.save')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(({ reach, folderIds }) => save.mutate(reach === 'all' ? null : folderIds))}
      onClose={onClose}
    >
      {errors.summary}
      <Radio.Group label={t('settings.agents.folders')} {...form.getInputProps('reach')}>
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={t('settings.agents.folders.all')} data-autofocus />
          <Radio value="some" label={t('settings.agents.folders.some')} />
        </Stack>
      </Radio.Group>
      {form.values.reach === 'some' && (
        <MultiSelect
          label={t('settings.agents.folders.which')}
          description={t('settings.agents.folders.hint')}
          searchable
          hidePickedOptions
          nothingFoundMessage={t('shell.nothing-found')}
          data={folders.map(folder => ({ value: folder.id, label: folder.name }))}
          {...form.getInputProps('folderIds')}
        />
      )}
    </FormDialog>
  );
}
