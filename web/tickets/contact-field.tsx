import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './picker.module.css';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** A known contact was picked. */
  onPick: (contact: { email: string; name: string }) => void;
  error?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** The customer's e-mail, with the contacts already known offered while it is typed. */
export function ContactField({ value, onChange, onPick, error, inputRef }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const [asked] = useDebouncedValue(value.trim(), 200);
  const contacts = useQuery({
    queryKey: ['contacts', slug, asked],
    queryFn: ({ signal }) => call(routes.people.findContacts, { query: { q: asked } }, { signal }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  }).data?.contacts;
  const names = new Map(
    (contacts ?? []).flatMap(contact => contact.emails.map(email => [email, contact.name] as const)),
  );
  return (
    <Autocomplete
      ref={inputRef}
      label={t('tickets.new.to')}
      description={t('tickets.new.to.hint')}
      type="email"
      autoComplete="off"
      required
      value={value}
      onChange={onChange}
      onOptionSubmit={email => onPick({ email, name: names.get(email) ?? '' })}
      data={[...names.keys()].slice(0, 20)}
      // What was found by name does not hold the typed letters in its address.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span className={classes.choice}>
          <PersonAvatar name={names.get(option.value) || option.value} size={24} />
          <span className={classes.names}>
            <span>{names.get(option.value) || option.value}</span>
            <span className={classes.detail}>{option.value}</span>
          </span>
        </span>
      )}
      error={error}
    />
  );
}
