import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { useFoundOrganisations, useOrganisations } from './organisations-query.ts';

/** The filter by organisation: found by typing the start of the name. */
export function OrganisationFilter({
  value,
  onChange,
}: {
  value: string[];
  onChange: (ids: string[]) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const found = useFoundOrganisations(asked) ?? [];
  const chosen = useOrganisations(value) ?? [];
  const all = new Map([...chosen, ...found].map(one => [one.id, one.name]));
  return (
    <MultiSelect
      label={t('lists.filter.organisation')}
      placeholder={value.length === 0 ? t('lists.organisation.type') : undefined}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has looked already; what it found is not sifted again.
      filter={({ options }) => options}
      nothingFoundMessage={t('shell.nothing-found')}
      data={[...all].map(([id, label]) => ({ value: id, label }))}
      value={value}
      onChange={onChange}
    />
  );
}
