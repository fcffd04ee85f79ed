import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { routes } from '../../contract/routes/index.ts';
import { contactFieldKinds } from '../../contract/routes/workspaces.ts';
import { call } from '../data/call.ts';
import type { Desk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';

type ContactField = Desk['contactFields'][number];

const linesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);

/** Adding a field ('new') or changing its name and choices; null keeps the dialog shut. */
export function ContactFieldDialog({
  field,
  onClose,
}: {
  field: ContactField | 'new' | null;
  onClose: () => void;
}) {
  const t = useT();
  const existing = field === 'new' || field === null ? undefined : field;
  const form = useForm({
    initialValues: {
      name: existing?.name ?? '',
      kind: existing?.kind ?? ('text' as ContactField['kind']),
      choices: existing?.choices.join('\n') ?? '',
    },
    validate: {
      name: value => (value.trim() ? null : t('shell.field.required')),
      choices: (value, { kind }) =>
        kind === 'choice' && linesOf(value).length === 0 ? t('shell.field.required') : null,
    },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: ({ name, kind, choices: text }: typeof form.values) => {
      const choices = linesOf(text);
      return existing
        ? call(routes.contacts.editField, { params: { id: existing.id }, body: { name, choices } })
        : call(routes.contacts.addField, { body: { name, kind, choices } });
    },
    onDone: onClose,
    onError: errors.show,
  });
  return (
    <FormDialog
      isOpen={field !== null}
      title={t(existing ? 'settings.contact-fields.edit' : 'settings.contact-fields.add')}
      submitLabel={t(existing ? 'settings.save' : 'settings.contact-fields.add-submit')}
      isBusy={save.isPending}
      onSubmit={form.onSubmit(values => save.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput label={t('settings.name')} maxLength={60} data-autofocus {...form.getInputProps('name')} />
      <Radio.Group
        label={t('settings.contact-fields.kind')}
        description={existing && t('settings.contact-fields.kind.fixed')}
        {...form.getInputProps('kind')}
      >
        <Stack gap={6} mt={6}>
          {contactFieldKinds.map(kind => (
            <Radio
              key={kind}
              value={kind}
              label={t(`settings.contact-fields.kind.${kind}`)}
              disabled={existing !== undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.kind === 'choice' && (
        <Textarea
          label={t('settings.contact-fields.choices')}
          description={t('settings.contact-fields.choices.hint')}
          autosize
          minRows={3}
          maxRows={10}
          {...form.getInputProps('choices')}
        />
      )}
    </FormDialog>
  );
}
