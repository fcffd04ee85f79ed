import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { PublicPage } from '../shell/public-page.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';

/** Asking for a link to choose a new password; says the same for every address. */
export function ForgotPage() {
  const t = useT();
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: value => (value.trim() ? null : t('shell.field.required')) },
  });
  const errors = useFormErrors(form);
  const ask = useMutation({
    mutationFn: (body: typeof form.values) => call(routes.session.askReset, { body }),
    onError: errors.show,
  });
  const back = (
    <p style={{ margin: '16px 0 0', textAlign: 'center' }}>
      <Anchor renderRoot={props => <Link to="/sign-in" {...props} />}>{t('signin.back')}</Anchor>
    </p>
  );
  if (ask.isSuccess) {
    return (
      <PublicPage
        title={t('signin.forgot.sent')}
        text={t('signin.forgot.sent-text', { email: form.values.email })}
      >
        {back}
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('signin.forgot.title')} text={t('signin.forgot.text')}>
      <form onSubmit={form.onSubmit(values => ask.mutate(values))} noValidate>
        <Stack gap="md">
          {errors.summary}
          <TextInput
            label={t('signin.email')}
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <Button type="submit" size="md" loading={ask.isPending}>
            {t('signin.forgot.submit')}
          </Button>
        </Stack>
      </form>
      {back}
    </PublicPage>
  );
}
