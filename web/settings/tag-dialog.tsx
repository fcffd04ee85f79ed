import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import type { Desk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { BrandColourInput } from '../ui/brand-colour-input.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import { TagChip } from '../ui/tag-chip.tsx';

type Tag = Desk['tags'][number];

/** Adding a tag ('new') or changing one; null keeps the dialog shut. */
export function TagDialog({ tag, onClose }: { tag: Tag | 'new' | null; onClose: () => void }) {
  const t = useT();
  const existing = tag === 'new' || tag === null ? undefined : tag;
  const form = useForm({
    initialValues: { name: existing?.name ?? '', colour: existing?.colour ?? '#2f5fd0' },
    validate: { name: value => (value.trim() ? null : t('shell.field.required')) },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: (body: typeof form.values) =>
      existing
        ? call(routes.tickets.editTag, { params: { id: existing.id }, body })
        : call(routes.tickets.addTag, { body }),
    onDone: onClose,
    onError: errors.show,
  });
  return (
    <FormDialog
      isOpen={tag !== null}
      title={t(existing ? 'settings.tags.edit' : 'settings.tags.add')}
      submitLabel={t(existing ? 'settings.save' : 'settings.tags.add-submit')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput label={t('settings.name')} maxLength={40} data-autofocus {...form.getInputProps('name')} />
      <BrandColourInput label={t('settings.tags.colour')} isTag {...form.getInputProps('colour')} />
      <div>
        <TagChip name={form.values.name.trim() || t('settings.tags.example')} colour={form.values.colour} />
      </div>
    </FormDialog>
  );
}
