import { IconArrowNarrowDown } from '@tabler/icons-react';
import type { ListColumn } from '../../contract/filters.ts';
import { useT } from '../data/language.ts';
import { gridOf } from './list-look.ts';
import type { Sort } from './list-pages.ts';
import classes from './ticket-list.module.css';

const sorts: Partial<Record<ListColumn, Sort>> = { age: 'waiting', lastMessage: 'recent' };

interface Props {
  columns: readonly ListColumn[];
  sort: Sort;
  /** Absent where the order is given, as for what was found by a text. */
  onSort?: (sort: Sort) => void;
}

/** The names of the columns; those that the list can be ordered by are buttons. */
export function ListHeader({ columns, sort, onSort }: Props) {
  const t = useT();
  return (
    <div className={classes.header} style={{ gridTemplateColumns: gridOf(columns) }}>
      <span />
      <span />
      {columns.map(name => {
        const by = sorts[name];
        const label = t(`lists.column.${name}`);
        if (!by || !onSort) return <span key={name}>{label}</span>;
        return (
          <button
            key={name}
            type="button"
            aria-pressed={sort === by}
            title={t(`tickets.sort.${by}`)}
            onClick={() => onSort(by)}
          >
            {label}
            {sort === by && <IconArrowNarrowDown size={14} aria-hidden />}
          </button>
        );
      })}
    </div>
  );
}
