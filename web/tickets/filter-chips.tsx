import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { View } from '../../contract/filters.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import classes from './filter-bar.module.css';
import { choicesOf, singleText } from './filter-choices.tsx';
import { isNarrowed, type ListSearch, manyFilters, plainSearch, singleFilters } from './list-search.ts';
import { useOrganisations } from './organisations-query.ts';

interface Props {
  view: View;
  search: ListSearch;
  onChange: (change: Partial<ListSearch>) => void;
}

/** What the list is narrowed by, each taken off by a press. */
export function FilterChips({ view, search, onChange }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const organisations = useOrganisations(search.organisation) ?? [];
  if (!isNarrowed(search)) return null;
  const choices = {
    ...choicesOf(t, desk, view),
    organisation: organisations.map(one => ({ value: one.id, label: one.name })),
  };
  const many = manyFilters.flatMap(name =>
    search[name].map(value => ({
      key: `${name} ${value}`,
      text: t('tickets.filter.chosen', {
        name: t(`lists.filter.${name}`),
        value:
          choices[name].find(choice => choice.value === value)?.label ??
          (name === 'status' ? t(`status.${value}`) : t('tickets.line.gone')),
      }),
      take: () => onChange({ [name]: search[name].filter(one => one !== value) }),
    })),
  );
  const single = singleFilters
    .filter(name => search[name] !== '')
    .map(name => ({
      key: name,
      text: singleText(t, desk, name, search[name]),
      take: () => onChange({ [name]: '' }),
    }));
  return (
    <ul className={classes.chips} aria-label={t('lists.chosen')}>
      {[...many, ...single].map(chip => (
        <li key={chip.key}>
          <button
            type="button"
            className={classes.chip}
            onClick={chip.take}
            aria-label={t('lists.take-off', { filter: chip.text })}
          >
            <span className={classes.chipText}>{chip.text}</span>
            <IconX size={14} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Button
          variant="subtle"
          size="compact-xs"
          mih={24}
          onClick={() => onChange({ ...plainSearch, sort: search.sort })}
        >
          {t('tickets.filter.clear')}
        </Button>
      </li>
    </ul>
  );
}
