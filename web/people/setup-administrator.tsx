import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { email, type Language } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import type { Session } from '../data/session.ts';
import { useFormErrors } from '../ui/form-errors.tsx';
import { NewPasswordInput, passwordProblem } from './new-password-input.tsx';
import type { SetupValues } from './setup-page.tsx';

/** Second step: the first administrator. Sending it makes the workspace and signs in. */
export function SetupAdministrator({
  values,
  language,
  onBack,
  onDone,
}: {
  values: SetupValues;
  language: Language;
  onBack: () => void;
  onDone: (session: Session) => void;
}) {
  const t = useT();
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: value => (value.trim() ? null : t('shell.field.required')),
      email: value => (email.safeParse(value.trim()).success ? null : t('shell.field.email')),
      password: value => passwordProblem(t, value),
    },
  });
  const errors = useFormErrors(form);
  const setUp = useMutation({
    mutationFn: (person: typeof form.values) =>
      call(routes.session.setUp, { body: { ...values, ...person, language } }),
    onMutate: errors.clear,
    onSuccess: onDone,
    onError: errors.show,
  });
  return (
    <form onSubmit={form.onSubmit(person => setUp.mutate(person))} noValidate>
      <Stack gap="lg">
        {errors.summary}
        <TextInput
          label={t('people.name')}
          description={t('people.name.hint')}
          autoComplete="name"
          maxLength={120}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('signin.email')}
          description={t('setup.email.hint')}
          type="email"
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <NewPasswordInput {...form.getInputProps('password')} />
        <Group justify="space-between">
          <Button variant="default" size="md" onClick={onBack}>
            {t('setup.back')}
          </Button>
          <Button type="submit" size="md" loading={setUp.isPending}>
            {t('setup.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
