import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { sessionQuery } from '../data/session.ts';
import { useFormErrors } from '../ui/form-errors.tsx';
import { NewPasswordInput, passwordProblem } from './new-password-input.tsx';
import { usePasswordToggle } from './password-toggle.ts';

/** Name and password of the invited; somebody already known to the installation gives the password they have. */
export function InvitationForm({
  workspace,
  token,
  email,
  isKnown,
}: {
  workspace: string;
  token: string;
  email: string;
  isKnown: boolean;
}) {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toggle = usePasswordToggle();
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: value => (value.trim() ? null : t('shell.field.required')),
      password: value => (isKnown ? (value ? null : t('shell.field.required')) : passwordProblem(t, value)),
    },
  });
  const errors = useFormErrors(form);
  const accept = useMutation({
    mutationFn: (values: typeof form.values) =>
      call(routes.session.acceptInvitation, { body: { workspace, token, ...values } }),
    onSuccess: session => {
      client.setQueryData(sessionQuery.queryKey, session);
      void navigate({ to: '/w/$slug/inbox', params: { slug: workspace }, replace: true });
    },
    onError: errors.show,
  });
  return (
    <form onSubmit={form.onSubmit(values => accept.mutate(values))} noValidate>
      <Stack gap="md">
        {errors.summary}
        {/* Password managers keep the address together with the password. */}
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextInput
          label={t('people.name')}
          description={t('people.name.hint')}
          autoComplete="name"
          maxLength={120}
          {...form.getInputProps('name')}
        />
        {isKnown ? (
          <PasswordInput
            label={t('signin.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps('password')}
          />
        ) : (
          <NewPasswordInput {...form.getInputProps('password')} />
        )}
        <Button type="submit" size="md" loading={accept.isPending}>
          {t('people.invitation.accept')}
        </Button>
      </Stack>
    </form>
  );
}
