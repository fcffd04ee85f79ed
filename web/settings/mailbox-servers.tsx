import { Button, PasswordInput, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { usePasswordToggle } from '../people/password-toggle.ts';
import type { Preset } from './mailbox-presets.ts';
import type { Mailbox, MailboxValues } from './mailbox-values.ts';
import { ServerFields } from './server-fields.tsx';

/** The servers of a mailbox. With a provider that is known, only the password is asked; the rest unfolds. */
export function MailboxServers({
  form,
  preset,
  mailbox,
}: {
  form: UseFormReturnType<MailboxValues>;
  preset: Preset;
  mailbox?: Mailbox;
}) {
  const t = useT();
  const toggle = usePasswordToggle();
  const [isUnfolded, setUnfolded] = useState(mailbox !== undefined);
  const { fetches, sends, imap } = form.values;
  const isKnown = preset === 'gmail' || preset === 'microsoft';

  function setBoth(password: string) {
    form.setFieldValue('imap.password', password);
    form.setFieldValue('smtp.password', password);
  }
  if (isKnown && !isUnfolded) {
    return (
      <>
        <PasswordInput
          label={t(preset === 'gmail' ? 'settings.mailbox.app-password' : 'signin.password')}
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
          value={imap.password}
          onChange={event => setBoth(event.currentTarget.value)}
        />
        <div>
          <Button variant="default" size="xs" aria-expanded={false} onClick={() => setUnfolded(true)}>
            {t('settings.mailbox.servers')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      {fetches && <ServerFields form={form} part="imap" hasPassword={mailbox?.imap?.hasPassword === true} />}
      <Switch
        label={t('settings.mailbox.sends')}
        description={t('settings.mailbox.sends.hint')}
        {...form.getInputProps('sends', { type: 'checkbox' })}
      />
      {sends && <ServerFields form={form} part="smtp" hasPassword={mailbox?.smtp?.hasPassword === true} />}
    </>
  );
}
