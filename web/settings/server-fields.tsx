import { NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useT } from '../data/language.ts';
import { usePasswordToggle } from '../people/password-toggle.ts';
import classes from './mailbox.module.css';
import type { MailboxValues, Security } from './mailbox-values.ts';

const securities: Security[] = ['tls', 'starttls', 'none'];
const usualPorts: Record<'imap' | 'smtp', Record<Security, number>> = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
};

/** Host, port, security, user and password of one server. `hasPassword`: one is kept and may be left as it is. */
export function ServerFields({
  form,
  part,
  hasPassword,
}: {
  form: UseFormReturnType<MailboxValues>;
  part: 'imap' | 'smtp';
  hasPassword: boolean;
}) {
  const t = useT();
  const toggle = usePasswordToggle();
  const server = form.values[part];

  function changeSecurity(next: Security) {
    const isUsual = Object.values(usualPorts[part]).includes(Number(server.port));
    form.setFieldValue(`${part}.security`, next);
    if (isUsual) form.setFieldValue(`${part}.port`, usualPorts[part][next]);
  }
  return (
    <fieldset className={classes.server}>
      <legend className={classes.legend}>{t(`settings.mailbox.${part}`)}</legend>
      <div className={classes.hostRow}>
        <TextInput
          label={t('settings.mailbox.host')}
          placeholder={`${part}.example.com`}
          {...form.getInputProps(`${part}.host`)}
        />
        <NumberInput
          label={t('settings.mailbox.port')}
          min={1}
          max={65535}
          allowDecimal={false}
          hideControls
          {...form.getInputProps(`${part}.port`)}
        />
      </div>
      <Select
        label={t('settings.mailbox.security')}
        allowDeselect={false}
        data={securities.map(each => ({ value: each, label: t(`settings.mailbox.security.${each}`) }))}
        {...form.getInputProps(`${part}.security`)}
        onChange={next => next && changeSecurity(next as Security)}
      />
      <TextInput
        label={t('settings.mailbox.user')}
        description={part === 'imap' ? t('settings.mailbox.user.hint') : undefined}
        autoComplete="off"
        {...form.getInputProps(`${part}.user`)}
      />
      <PasswordInput
        label={t('signin.password')}
        placeholder={hasPassword ? t('settings.mailbox.password.kept') : undefined}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps(`${part}.password`)}
      />
      {part === 'imap' && (
        <TextInput
          label={t('settings.mailbox.folder')}
          description={t('settings.mailbox.folder.hint')}
          {...form.getInputProps('imap.folder')}
        />
      )}
    </fieldset>
  );
}
