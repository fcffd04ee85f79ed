import { IconX } from '@tabler/icons-react';
import { useT } from '../data/language.ts';
import classes from './chip.module.css';

/** A tag as a dot of its colour and its name; with `onRemove` a button takes it off. */
export function TagChip({ name, colour, onRemove }: { name: string; colour: string; onRemove?: () => void }) {
  const t = useT();
  return (
    <span className={classes.chip} title={name}>
      <span className={classes.dot} style={{ background: colour }} aria-hidden />
      <span className={classes.label}>{name}</span>
      {onRemove && (
        <button
          type="button"
          className={classes.remove}
          onClick={onRemove}
          aria-label={t('shell.tag.remove', { name })}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </span>
  );
}
