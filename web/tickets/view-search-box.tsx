import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../data/language.ts';
import classes from './filter-bar.module.css';

/** Asks a quarter of a second after the last key; follows the address when that changes otherwise. */
export function ViewSearchBox({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => change.current(typed), 250);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <TextInput
      className={classes.search}
      type="search"
      size="xs"
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
      onKeyDown={event => event.key === 'Escape' && event.currentTarget.blur()}
      placeholder={t('tickets.search')}
      aria-label={t('tickets.search')}
      maxLength={200}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton size="sm" aria-label={t('tickets.search.clear')} onClick={() => setTyped('')} />
        )
      }
    />
  );
}
