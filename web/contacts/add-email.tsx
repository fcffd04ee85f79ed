import { Button, TextInput } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { ApiError } from '../data/api-error.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { errorText } from '../ui/error-text.ts';
import classes from './contact-card.module.css';
import { contactQuery } from './contact-queries.ts';

/** Gives a contact a further e-mail address, by which they are recognised from then on (LIV-07). */
export function AddEmail({ contactId }: { contactId: string }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const adding = useMutation({
    networkMode: 'always',
    mutationFn: (email: string) =>
      call(routes.contacts.addEmail, { params: { id: contactId }, body: { email } }),
    onSuccess: saved => {
      client.setQueryData(contactQuery(slug, contactId).queryKey, saved);
      setTyped(null);
    },
  });
  if (typed === null)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconAt size={14} aria-hidden />}
        onClick={() => setTyped('')}
      >
        {t('panel.contact.email.add')}
      </Button>
    );
  const problem = adding.error && problemOf(adding.error);
  return (
    <form
      className={classes.email}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        adding.mutate(typed.trim());
      }}
    >
      <TextInput
        className={classes.grow}
        size="xs"
        type="email"
        label={t('panel.contact.email.add')}
        autoFocus
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value);
          adding.reset();
        }}
        onKeyDown={event => event.key === 'Escape' && setTyped(null)}
        error={problem}
      />
      <Button type="submit" size="xs" loading={adding.isPending}>
        {t('panel.contact.email.add-submit')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setTyped(null)}>
        {t('panel.contact.cancel')}
      </Button>
    </form>
  );

  function problemOf(error: Error): string {
    const isForm = error instanceof ApiError && error.code === 'invalid';
    return isForm ? t('shell.field.email') : errorText(t, error);
  }
}
