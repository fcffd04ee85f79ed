import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { languages } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { fieldsOf } from '../data/api-error.ts';
import { call } from '../data/call.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { useFormErrors } from '../ui/form-errors.tsx';
import { showDone } from '../ui/toast.ts';
import { bodyOf, type ContactValues, valuesOf } from './contact-form.ts';
import { type Contact, contactQuery } from './contact-queries.ts';
import { OwnFieldInput } from './own-field-input.tsx';

/** A contact's card as a form, in place of the card (LIV-06). What the requests say of their requester stays (D-06). */
export function ContactEditor({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const own = useDesk().data?.contactFields ?? [];
  const form = useForm<ContactValues>({ initialValues: valuesOf(contact, own) });
  const errors = useFormErrors(form);
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (values: ContactValues) =>
      call(routes.people.editContact, { params: { id: contact.id }, body: bodyOf(values, own) }),
    onSuccess: saved => {
      client.setQueryData(contactQuery(slug, contact.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['contacts'] });
      showDone(t, t('panel.contact.saved'));
      onClose();
    },
    onError: error => {
      errors.show(error);
      const wrong = Object.keys(fieldsOf(error));
      // A line of the list of phones is no field of its own.
      if (wrong.some(path => path.includes('phones')))
        form.setFieldError('phones', t('panel.contact.phones.wrong'));
      for (const field of own)
        if (field.kind === 'number' && wrong.some(path => path.includes(field.id)))
          form.setFieldError(`fields.${field.id}`, t('panel.contact.not-a-number'));
    },
  });
  return (
    <form
      onSubmit={form.onSubmit(values => {
        errors.clear();
        save.mutate(values);
      })}
      noValidate
      aria-label={t('panel.contact.edit')}
    >
      <Stack gap="sm">
        {errors.summary}
        <TextInput
          label={t('panel.contact.name')}
          description={t('panel.contact.name.hint')}
          maxLength={120}
          autoFocus
          {...form.getInputProps('name')}
        />
        <Textarea
          label={t('panel.contact.phones')}
          description={t('panel.contact.phones.hint')}
          autosize
          minRows={1}
          maxRows={6}
          {...form.getInputProps('phones')}
        />
        <TextInput label={t('panel.contact.location')} maxLength={200} {...form.getInputProps('location')} />
        <NativeSelect
          label={t('panel.contact.language')}
          data={languages.map(value => ({ value, label: t(`language.${value}`) }))}
          {...form.getInputProps('language')}
        />
        {own.map(field => (
          <OwnFieldInput key={field.id} field={field} {...form.getInputProps(`fields.${field.id}`)} />
        ))}
        <Textarea
          label={t('panel.contact.notes')}
          description={t('panel.contact.notes.hint')}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={10_000}
          {...form.getInputProps('notes')}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={save.isPending}>
            {t('panel.contact.save')}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('panel.contact.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
