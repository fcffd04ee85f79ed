import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { readAddresses } from './recipient-list.ts';

interface Props {
  label: string;
  description?: string;
  value: string[];
  onChange: (addresses: string[]) => void;
  isFirst?: boolean;
  /** Why it cannot be sent like this. */
  error?: string;
}

const mostAddresses = 20;

/** Addresses as chips; contacts are offered while one is typed. What is no address stays in the field and is named. */
export function AddressField({ label, description, value, onChange, isFirst, error }: Props) {
  const t = useT();
  const id = useId();
  const slug = useWorkspaceSlug();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const contacts = useQuery({
    queryKey: ['contacts', slug, asked],
    queryFn: ({ signal }) => call(routes.people.findContacts, { query: { q: asked } }, { signal }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  }).data?.contacts;
  const names = new Map(
    (asked.length >= 2 ? (contacts ?? []) : []).flatMap(contact =>
      contact.emails.map(address => [address, contact.name] as const),
    ),
  );

  function take(given: string[]): void {
    const read = readAddresses(given);
    setWrong(read.wrong[0] ?? '');
    setTyped(read.wrong.join(', '));
    onChange(read.addresses);
  }

  return (
    <>
      <label htmlFor={id}>{label}</label>
      <TagsInput
        id={id}
        size="xs"
        aria-label={label}
        description={description}
        placeholder={value.length === 0 ? t('sending.address.placeholder') : ''}
        value={value}
        onChange={take}
        searchValue={typed}
        onSearchChange={text => {
          setTyped(text);
          setWrong('');
        }}
        acceptValueOnBlur
        splitChars={[',', ';']}
        maxTags={mostAddresses}
        data={[...names.keys()].filter(address => !value.includes(address)).slice(0, 8)}
        // What was found by name does not hold the typed letters in its address.
        filter={({ options }) => options}
        renderOption={({ option }) => (
          <span>
            {names.get(option.value)} {`<${option.value}>`}
          </span>
        )}
        error={
          wrong
            ? t('sending.address.wrong', { address: wrong })
            : value.length >= mostAddresses
              ? t('sending.address.most')
              : error
        }
        data-autofocus={isFirst || undefined}
      />
    </>
  );
}
