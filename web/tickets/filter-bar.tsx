import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowsSort } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { View } from '../../contract/filters.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWasTrue } from '../ui/use-was-true.ts';
import classes from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import { choicesOf } from './filter-choices.tsx';
import { FilterPicker } from './filter-picker.tsx';
import { filterCount, type ListSearch } from './list-search.ts';
import { MoreFilters } from './more-filters.tsx';
import { ViewSearchBox } from './view-search-box.tsx';

interface Props {
  view: View;
  search: ListSearch;
  onChange: (change: Partial<ListSearch>) => void;
  /** The page of a folder needs no filter by folder. */
  hasFolderFilter: boolean;
  /** A board has one order only. */
  hasOrder?: boolean;
  /** At the end of the bar: columns, saving. */
  children?: ReactNode;
}

const inBar = ['status', 'assignee', 'folder', 'tag'] as const;

/** Search, filters and order of the list; all of it lives in the address. */
export function FilterBar({ view, search, onChange, hasFolderFilter, hasOrder = true, children }: Props) {
  const t = useT();
  const desk = useDesk().data;
  const [isOpen, setIsOpen] = useState(false);
  const wasOpened = useWasTrue(isOpen);
  const count = filterCount(search);
  const choices = choicesOf(t, desk, view);
  return (
    <search className={classes.bar}>
      <ViewSearchBox value={search.q} onChange={q => onChange({ q })} />
      <div className={classes.filters}>
        {inBar
          .filter(name => name !== 'folder' || hasFolderFilter)
          .map(name => (
            <span key={name} className={classes.wideOnly}>
              <FilterPicker
                name={t(`lists.filter.${name}`)}
                choices={choices[name]}
                selected={search[name]}
                onChange={values => onChange({ [name]: values })}
              />
            </span>
          ))}
        <Button
          variant={count > 0 ? 'light' : 'default'}
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(true)}
        >
          <span className={classes.wideOnly}>{t('lists.more-filters')}</span>
          <span className={classes.narrowOnly}>
            {count > 0 ? t('tickets.filter.count', { count }) : t('tickets.filter.title')}
          </span>
        </Button>
      </div>
      <div className={classes.end}>
        {hasOrder && (
          <Tooltip label={t(`tickets.sort.${search.sort}`)}>
            <ActionIcon
              size={30}
              aria-label={`${t('tickets.sort.change')} (${t(`tickets.sort.${search.sort}`)})`}
              onClick={() => onChange({ sort: search.sort === 'waiting' ? 'recent' : 'waiting' })}
            >
              <IconArrowsSort size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        {children}
      </div>
      <FilterChips view={view} search={search} onChange={onChange} />
      {wasOpened && (
        <MoreFilters
          view={view}
          search={search}
          onChange={onChange}
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          hasFolderFilter={hasFolderFilter}
        />
      )}
    </search>
  );
}
