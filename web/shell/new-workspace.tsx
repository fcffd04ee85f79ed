import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useLanguage, useT } from '../data/language.ts';
import { BrandColourInput } from '../ui/brand-colour-input.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import { defaultBrandColour } from '../ui/theme.ts';

/** Makes another workspace in this installation and goes there (operators only). */
export function NewWorkspace({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '', brandColour: defaultBrandColour } });
  const errors = useFormErrors(form);
  const make = useMutation({
    mutationFn: (values: typeof form.values) =>
      call(routes.session.makeWorkspace, { body: { ...values, language } }),
    onSuccess: async made => {
      await client.invalidateQueries({ queryKey: ['session'] });
      onClose();
      form.reset();
      await navigate({ to: '/w/$slug/inbox', params: { slug: made.slug } });
    },
    onError: errors.show,
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('shell.workspace.new')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <form onSubmit={form.onSubmit(values => make.mutate(values))} noValidate>
        <Stack gap="md">
          {errors.summary}
          <TextInput
            label={t('setup.workspace.name')}
            maxLength={120}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <BrandColourInput {...form.getInputProps('brandColour')} />
          <Button type="submit" loading={make.isPending}>
            {t('shell.workspace.make')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
