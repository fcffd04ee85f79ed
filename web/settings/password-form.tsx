import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { ApiError, call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { NewPasswordInput, passwordProblem } from '../people/new-password-input.tsx';
import { usePasswordToggle } from '../people/password-toggle.ts';
import { useFormErrors } from '../ui/form-errors.tsx';
import { showDone } from '../ui/toast.ts';
import classes from './settings.module.css';

/** Changing my password; my other sessions end. */
export function PasswordForm({ email }: { email: string }) {
  const t = useT();
  const client = useQueryClient();
  const toggle = usePasswordToggle();
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: value => (value ? null : t('shell.field.required')),
      next: value => passwordProblem(t, value),
    },
  });
  const errors = useFormErrors(form);
  const change = useMutation({
    mutationFn: (body: typeof form.values) => call(routes.session.changePassword, { body }),
    onSuccess: () => {
      form.reset();
      showDone(t, t('settings.profile.password-done'));
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: error => {
      if (error instanceof ApiError && error.code === 'wrong-credentials') {
        form.setFieldError('current', t('settings.profile.password-wrong'));
      } else errors.show(error);
    },
  });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(values => change.mutate(values))} noValidate>
      {errors.summary}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={t('settings.profile.password-current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('current')}
      />
      <NewPasswordInput label={t('settings.profile.password-next')} {...form.getInputProps('next')} />
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('settings.profile.password-submit')}
        </Button>
      </div>
    </form>
  );
}
