import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import type { Desk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';

type Folder = Desk['folders'][number];

/** Adding a folder ('new') or renaming one; null keeps the dialog shut. */
export function FolderDialog({ folder, onClose }: { folder: Folder | 'new' | null; onClose: () => void }) {
  const t = useT();
  const existing = folder === 'new' || folder === null ? undefined : folder;
  const form = useForm({
    initialValues: { name: existing ? existing.name : '' },
    validate: { name: value => (value.trim() ? null : t('shell.field.required')) },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: (body: typeof form.values) =>
      existing
        ? call(routes.workspaces.renameFolder, { params: { id: existing.id }, body })
        : call(routes.workspaces.addFolder, { body }),
    onDone: onClose,
    onError: errors.show,
  });
  return (
    <FormDialog
      isOpen={folder !== null}
      title={t(existing ? 'settings.folders.rename' : 'settings.folders.add')}
      submitLabel={t(existing ? 'settings.save' : 'settings.folders.add-submit')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput label={t('settings.name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  );
}
