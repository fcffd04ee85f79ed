import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useT } from '../data/language.ts';
import { useEditProfile } from '../data/profile.ts';
import { useFormErrors } from '../ui/form-errors.tsx';
import { showDone } from '../ui/toast.ts';
import classes from './settings.module.css';

/** My name as customers read it. The address belongs to signing in and is only shown. */
export function NameForm({ name, email }: { name: string; email: string }) {
  const t = useT();
  const edit = useEditProfile();
  const form = useForm({
    initialValues: { name },
    validate: { name: value => (value.trim() ? null : t('shell.field.required')) },
  });
  const errors = useFormErrors(form);
  function save(values: typeof form.values) {
    edit.mutate(values, {
      onSuccess: () => {
        form.resetDirty(values);
        showDone(t, t('settings.saved'));
      },
      onError: errors.show,
    });
  }
  return (
    <form className={classes.form} onSubmit={form.onSubmit(save)} noValidate>
      {errors.summary}
      <TextInput
        label={t('people.name')}
        description={t('people.name.hint')}
        autoComplete="name"
        maxLength={120}
        {...form.getInputProps('name')}
      />
      <TextInput label={t('signin.email')} value={email} readOnly />
      <div>
        <Button type="submit" loading={edit.isPending} disabled={!form.isDirty()}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
