import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { type Session, sessionQuery } from '../data/session.ts';
import { setSignedOut } from '../data/signed-out.ts';
import { useFormErrors } from '../ui/form-errors.tsx';
import { usePasswordToggle } from './password-toggle.ts';

/** E-mail and password. Calls `onSignedIn` with the session. With `email` given only the password is asked. */
export function SignInForm({
  email = '',
  onSignedIn,
}: {
  email?: string;
  onSignedIn: (session: Session) => void;
}) {
  const t = useT();
  const client = useQueryClient();
  const toggle = usePasswordToggle();
  const form = useForm({
    initialValues: { email, password: '' },
    validate: {
      email: value => (value.trim() ? null : t('shell.field.required')),
      password: value => (value ? null : t('shell.field.required')),
    },
  });
  const errors = useFormErrors(form);
  const signIn = useMutation({
    mutationFn: (body: typeof form.values) => call(routes.session.signIn, { body }),
    onMutate: errors.clear,
    onSuccess: session => {
      setSignedOut(false);
      client.setQueryData(sessionQuery.queryKey, session);
      onSignedIn(session);
    },
    onError: errors.show,
  });
  return (
    <form onSubmit={form.onSubmit(values => signIn.mutate(values))} noValidate>
      <Stack gap="md">
        {errors.summary}
        <TextInput
          label={t('signin.email')}
          type="email"
          autoComplete="username"
          readOnly={email !== ''}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signin.password')}
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('signin.submit')}
        </Button>
      </Stack>
    </form>
  );
}
