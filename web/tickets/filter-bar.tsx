import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconArrowsSort, IconFilter, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { type Status, unansweredStatuses } from '../../contract/fields.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useShortcut } from '../ui/shortcut.ts';
import { agentChoices, folderChoices, tagChoices } from './choices.tsx';
import classes from './filter-bar.module.css';
import { FilterPicker } from './filter-picker.tsx';
import { isNarrowed, type ListSearch } from './list-search.ts';

const filterStatuses: Status[] = [...unansweredStatuses, 'pending', 'resolved', 'closed'];

interface Props {
  search: ListSearch;
  onChange: (change: Partial<ListSearch>) => void;
  /** The page of a folder needs no filter by folder. */
  hasFolderFilter: boolean;
}

/** Search, filters and order of the list; all of it lives in the address. */
export function FilterBar({ search, onChange, hasFolderFilter }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const [isOpen, setIsOpen] = useState(false);
  const count = search.status.length + search.folder.length + search.assignee.length + search.tag.length;
  const statuses = filterStatuses.map(status => ({
    value: status,
    // 'resolved' and 'closed' share a label; what differs is whether a reply reopens the ticket.
    label: t(`status.${status}`),
    detail: status === 'resolved' || status === 'closed' ? t(`status.hint.${status}`) : undefined,
  }));
  const nobody = { value: 'nobody', label: t('tickets.nobody') };

  return (
    <search className={classes.bar}>
      <SearchBox value={search.q} onChange={q => onChange({ q })} />
      <Button
        className={classes.toggle}
        variant={count > 0 ? 'light' : 'default'}
        size="xs"
        leftSection={<IconFilter size={14} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls="ticket-filters"
        onClick={() => setIsOpen(!isOpen)}
      >
        {count > 0 ? t('tickets.filter.count', { count }) : t('tickets.filter.title')}
      </Button>
      <div className={classes.filters} id="ticket-filters" data-open={isOpen}>
        <FilterPicker
          name={t('tickets.filter.status')}
          choices={statuses}
          selected={search.status}
          onChange={status => onChange({ status })}
        />
        {hasFolderFilter && (
          <FilterPicker
            name={t('tickets.filter.folder')}
            choices={folderChoices(desk)}
            selected={search.folder}
            onChange={folder => onChange({ folder })}
          />
        )}
        <FilterPicker
          name={t('tickets.filter.assignee')}
          choices={[nobody, ...agentChoices(desk)]}
          selected={search.assignee}
          onChange={assignee => onChange({ assignee })}
        />
        <FilterPicker
          name={t('tickets.filter.tag')}
          choices={tagChoices(desk)}
          selected={search.tag}
          onChange={tag => onChange({ tag })}
        />
        {isNarrowed(search) && (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => onChange({ status: [], folder: [], assignee: [], tag: [], q: '' })}
          >
            {t('tickets.filter.clear')}
          </Button>
        )}
        <Button
          className={classes.sort}
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconArrowsSort size={14} aria-hidden />}
          onClick={() => onChange({ sort: search.sort === 'waiting' ? 'recent' : 'waiting' })}
          title={t('tickets.sort.change')}
        >
          {t(`tickets.sort.${search.sort}`)}
        </Button>
      </div>
    </search>
  );
}

/** Asks a quarter of a second after the last key; follows the address when that changes otherwise. */
function SearchBox({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  const change = useRef(onChange);
  change.current = onChange;
  useShortcut('/', () => box.current?.focus(), t('tickets.key.search'));
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => change.current(typed), 250);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <TextInput
      ref={box}
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
