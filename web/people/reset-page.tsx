import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { sessionQuery } from '../data/session.ts';
import { PublicPage } from '../shell/public-page.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import { NewPasswordInput, passwordProblem } from './new-password-input.tsx';

/** Choosing a new password with the link of a reset mail, then straight in. */
export function ResetPage() {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { token = '' } = useSearch({ strict: false });
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: value => passwordProblem(t, value) },
  });
  const errors = useFormErrors(form);
  const reset = useMutation({
    mutationFn: ({ password }: typeof form.values) =>
      call(routes.session.reset, { body: { token, password } }),
    onSuccess: session => {
      client.setQueryData(sessionQuery.queryKey, session);
      void navigate({ to: '/', replace: true });
    },
    onError: errors.show,
  });
  return (
    <PublicPage title={t('signin.reset.title')} text={t('signin.reset.text')}>
      <form onSubmit={form.onSubmit(values => reset.mutate(values))} noValidate>
        <Stack gap="md">
          {errors.summary}
          <NewPasswordInput {...form.getInputProps('password')} />
          <Button type="submit" size="md" loading={reset.isPending}>
            {t('signin.reset.submit')}
          </Button>
        </Stack>
      </form>
    </PublicPage>
  );
}
