import { Alert, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconInfoCircle, IconPlugConnected } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { email } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useLanguage, useT } from '../data/language.ts';
import { errorText } from '../ui/error-text.ts';
import { useFormErrors } from '../ui/form-errors.tsx';
import { MailboxFindings } from './mailbox-findings.tsx';
import { MailboxHandling } from './mailbox-handling.tsx';
import { presetOf, withPreset } from './mailbox-presets.ts';
import { MailboxServers } from './mailbox-servers.tsx';
import { bodyOf, emptyMailbox, type Mailbox, type MailboxValues, valuesOf } from './mailbox-values.ts';
import { PresetChoice } from './preset-choice.tsx';
import classes from './settings.module.css';

/** Adding a mailbox, or changing one. `extra` stands beside the buttons. Calls `onSaved` with the mailbox. */
export function MailboxForm({
  mailbox,
  lmtpPort = null,
  onSaved,
  extra,
}: {
  mailbox?: Mailbox;
  /** Where an MTA can deliver straight into Guichet; null where it cannot. */
  lmtpPort?: number | null;
  onSaved: (saved: Mailbox) => void;
  extra?: ReactNode;
}) {
  const t = useT();
  const client = useQueryClient();
  const language = useLanguage();
  const start = mailbox ? valuesOf(mailbox) : withPreset(emptyMailbox(language), 'gmail');
  const [preset, setPreset] = useState(presetOf(start));
  const isNeeded = (value: string) => (value.trim() ? null : t('shell.field.required'));
  const form = useForm<MailboxValues>({
    initialValues: start,
    validate: {
      name: isNeeded,
      address: value => (email.safeParse(value.trim()).success ? null : t('shell.field.email')),
      imap: { host: (value, values) => (values.fetches ? isNeeded(value) : null) },
      smtp: { host: (value, values) => (values.sends ? isNeeded(value) : null) },
    },
  });
  const errors = useFormErrors(form);
  const test = useMutation({
    mutationFn: (values: MailboxValues) =>
      call(routes.mail.test, { body: { ...bodyOf(values), id: mailbox?.id } }),
    onError: errors.show,
  });
  const save = useMutation({
    mutationFn: (values: MailboxValues) => {
      const body = bodyOf(values);
      return mailbox
        ? call(routes.mail.edit, { params: { id: mailbox.id }, body })
        : call(routes.mail.add, { body });
    },
    onSuccess: async saved => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['mailboxes'] }),
        client.invalidateQueries({ queryKey: ['desk'] }),
      ]);
      onSaved(saved);
    },
    onError: errors.show,
  });
  function changeAddress(address: string) {
    const before = form.values.address;
    form.setFieldValue('address', address);
    // The user name is nearly always the address: it follows until it is typed otherwise.
    for (const part of ['imap', 'smtp'] as const) {
      if (form.values[part].user === before) form.setFieldValue(`${part}.user`, address);
    }
  }
  return (
    <form className={classes.form} onSubmit={form.onSubmit(values => save.mutate(values))} noValidate>
      {errors.summary}
      <TextInput
        label={t('settings.mailbox.address')}
        type="email"
        placeholder="support@example.com"
        {...form.getInputProps('address')}
        onChange={event => changeAddress(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.mailbox.name')}
        description={t('settings.mailbox.name.hint')}
        maxLength={120}
        {...form.getInputProps('name')}
      />
      <PresetChoice
        value={preset}
        onChange={next => {
          setPreset(next);
          form.setValues(withPreset(form.values, next));
          test.reset();
        }}
      />
      <Alert variant="light" icon={<IconInfoCircle aria-hidden />}>
        {preset === 'lmtp' && lmtpPort === null
          ? t('settings.mailbox.hint.lmtp-off')
          : t(`settings.mailbox.hint.${preset}`, { port: String(lmtpPort) })}
      </Alert>
      <MailboxServers form={form} preset={preset} mailbox={mailbox} />
      <MailboxHandling form={form} isExisting={mailbox !== undefined} />
      {test.data && <MailboxFindings findings={test.data.findings} />}
      {test.isError && !errors.summary && (
        <Alert color="red" role="alert">
          {errorText(t, test.error)}
        </Alert>
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={save.isPending}>
          {t(mailbox ? 'settings.save' : 'settings.mailboxes.add-submit')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={test.isPending}
          onClick={() => {
            errors.clear();
            if (!form.validate().hasErrors) test.mutate(form.values);
          }}
        >
          {t('settings.mailbox.test')}
        </Button>
        {extra}
      </div>
    </form>
  );
}
