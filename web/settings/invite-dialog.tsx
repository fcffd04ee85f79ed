import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { email } from '../../contract/fields.ts';
import { type Role, roles } from '../../contract/rights.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import { showDone } from '../ui/toast.ts';

/** Inviting somebody by mail; the same address again gets a new link. */
export function InviteDialog({
  isOpen,
  keepsMail,
  onClose,
}: {
  isOpen: boolean;
  keepsMail: boolean;
  onClose: () => void;
}) {
  const t = useT();
  const client = useQueryClient();
  const form = useForm<{ email: string; role: Role }>({
    initialValues: { email: '', role: 'agent' },
    validate: { email: value => (email.safeParse(value).success ? null : t('shell.field.email')) },
  });
  const errors = useFormErrors(form);
  const invite = useMutation({
    mutationFn: (body: typeof form.values) => call(routes.people.invite, { body }),
    onSuccess: made => {
      showDone(
        t,
        t(keepsMail ? 'settings.invitations.kept' : 'settings.invitations.sent', { email: made.email }),
      );
      void client.invalidateQueries({ queryKey: ['invitations'] });
      form.reset();
      onClose();
    },
    onError: errors.show,
  });
  return (
    <FormDialog
      isOpen={isOpen}
      title={t('settings.agents.invite')}
      submitLabel={t('settings.invitations.send')}
      isBusy={invite.isPending}
      onSubmit={form.onSubmit(values => invite.mutate(values))}
      onClose={onClose}
    >
      {errors.summary}
      <TextInput label={t('signin.email')} type="email" data-autofocus {...form.getInputProps('email')} />
      <Radio.Group label={t('settings.agents.role')} {...form.getInputProps('role')}>
        <Stack gap="xs" mt="xs">
          {[...roles].reverse().map(role => (
            <Radio
              key={role}
              value={role}
              label={t(`role.${role}`)}
              description={t(`settings.agents.role.${role}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
