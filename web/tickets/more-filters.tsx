import { Button, Drawer, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import type { View } from '../../contract/filters.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import classes from './filter-bar.module.css';
import { choicesOf, singleChoices } from './filter-choices.tsx';
import { type ListSearch, plainSearch } from './list-search.ts';
import { OrganisationFilter } from './organisation-filter.tsx';

interface Props {
  view: View;
  search: ListSearch;
  onChange: (change: Partial<ListSearch>) => void;
  isOpen: boolean;
  onClose: () => void;
  /** The page of a folder needs no filter by folder. */
  hasFolderFilter: boolean;
}

const lists = [
  'status',
  'assignee',
  'folder',
  'tag',
  'team',
  'type',
  'segment',
  'priority',
  'channel',
] as const;
const singles = ['age', 'escalated', 'unread'] as const;
const days = [
  ['receivedFrom', 'receivedTo'],
  ['messageFrom', 'messageTo'],
] as const;

/** Every filter there is, beside the list, which follows at once. */
export function MoreFilters({ view, search, onChange, isOpen, onClose, hasFolderFilter }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const choices = choicesOf(t, desk, view);
  const single = singleChoices(t, desk);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={400}
      title={t('lists.filters')}
      closeButtonProps={{ 'aria-label': t('shell.close'), size: 'lg' }}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      <Stack gap="sm">
        {lists
          .filter(name => name !== 'folder' || hasFolderFilter)
          .map(name => (
            <MultiSelect
              key={name}
              label={t(`lists.filter.${name}`)}
              placeholder={search[name].length === 0 ? t('lists.any') : undefined}
              searchable
              clearable={search[name].length > 0}
              clearButtonProps={{ 'aria-label': t('lists.clear-one', { name: t(`lists.filter.${name}`) }) }}
              nothingFoundMessage={t('shell.nothing-found')}
              data={choices[name].map(({ value, label, detail }) => ({
                value,
                label: name === 'status' && detail ? `${label} (${detail})` : label,
              }))}
              value={search[name]}
              onChange={values => onChange({ [name]: values })}
            />
          ))}
        <OrganisationFilter
          value={search.organisation}
          onChange={organisation => onChange({ organisation })}
        />
        {singles.map(name => (
          <Select
            key={name}
            label={t(`lists.filter.${name}`)}
            placeholder={t('lists.any')}
            clearable
            clearButtonProps={{ 'aria-label': t('lists.clear-one', { name: t(`lists.filter.${name}`) }) }}
            data={single[name].map(({ value, label }) => ({ value, label }))}
            value={search[name] || null}
            onChange={value => onChange({ [name]: value ?? '' })}
          />
        ))}
        {days.map(pair => (
          <div key={pair[0]} className={classes.days}>
            {pair.map(name => (
              <TextInput
                key={name}
                type="date"
                label={t(`lists.${name}`)}
                value={search[name]}
                max="9999-12-31"
                onChange={event => onChange({ [name]: event.currentTarget.value })}
              />
            ))}
          </div>
        ))}
        <div className={classes.drawerFoot}>
          <Button variant="default" onClick={() => onChange({ ...plainSearch, sort: search.sort })}>
            {t('tickets.filter.clear')}
          </Button>
          <Button onClick={onClose}>{t('lists.show')}</Button>
        </div>
      </Stack>
    </Drawer>
  );
}
