import { Checkbox } from '@mantine/core';
import { useT } from '../data/language.ts';
import classes from './bulk.module.css';
import { hasSelection, isSelected, useSelection } from './selection.ts';

interface Props {
  list: string;
  id: string;
  number: number;
  onSelect: (id: string, isRange: boolean) => void;
}

/** The box that selects a row: in sight on hover, on focus, on touch screens and while rows are selected. */
export function SelectBox({ list, id, number, onSelect }: Props) {
  const t = useT();
  const selection = useSelection(list);
  return (
    <span className={classes.box} data-shown={hasSelection(selection) || undefined}>
      <Checkbox
        size="sm"
        checked={isSelected(selection, id)}
        // Keyboards have `x` for the row in hand; a stop of Tab at each row more would be in the way.
        tabIndex={-1}
        aria-label={t('bulk.select', { number: String(number) })}
        onChange={event => onSelect(id, (event.nativeEvent as MouseEvent).shiftKey)}
      />
    </span>
  );
}
