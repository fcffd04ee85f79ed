import { ActionIcon, Button, Checkbox, Popover, SegmentedControl } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { type ListColumn, listColumns } from '../../contract/filters.ts';
import { useT } from '../data/language.ts';
import classes from './filter-bar.module.css';
import { type Density, defaultLook, type ListLook } from './list-look.ts';

/** Chooses the columns of the list, their order, and how close the rows stand (QCX-09). */
export function ListColumns({ look, onChange }: { look: ListLook; onChange: (look: ListLook) => void }) {
  const t = useT();
  const others = listColumns.filter(name => !look.columns.includes(name));
  const set = (columns: readonly ListColumn[]) => onChange({ ...look, columns });
  function move(name: ListColumn, step: 1 | -1): void {
    const at = look.columns.indexOf(name);
    const columns = look.columns.filter(one => one !== name);
    set(columns.toSpliced(at + step, 0, name));
  }
  return (
    <Popover width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          className={classes.wideOnly}
          size={30}
          aria-label={t('lists.columns')}
          title={t('lists.columns')}
        >
          <IconColumns3 size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists.columns')}>
        <SegmentedControl
          fullWidth
          size="xs"
          mb="sm"
          aria-label={t('lists.density')}
          value={look.density}
          onChange={density => onChange({ ...look, density: density as Density })}
          data={(['comfortable', 'compact'] as const).map(value => ({
            value,
            label: t(`lists.density.${value}`),
          }))}
        />
        <ul className={classes.columns}>
          {[...look.columns, ...others].map(name => {
            const at = look.columns.indexOf(name);
            const label = t(`lists.column.${name}`);
            return (
              <li key={name}>
                <Checkbox
                  label={label}
                  checked={at >= 0}
                  // The subject opens the ticket.
                  disabled={name === 'subject'}
                  onChange={() =>
                    set(at >= 0 ? look.columns.filter(one => one !== name) : [...look.columns, name])
                  }
                />
                {at >= 0 && (
                  <>
                    <ActionIcon
                      size={26}
                      disabled={at === 0}
                      aria-label={t('lists.column.earlier', { name: label })}
                      onClick={() => move(name, -1)}
                    >
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      size={26}
                      disabled={at === look.columns.length - 1}
                      aria-label={t('lists.column.later', { name: label })}
                      onClick={() => move(name, 1)}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <Button variant="subtle" size="xs" onClick={() => onChange(defaultLook)}>
          {t('lists.columns.default')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
