import { VisuallyHidden } from '@mantine/core';
import { IconAntennaBars2, IconAntennaBars3, IconAntennaBars5 } from '@tabler/icons-react';
import type { Priority } from '../../contract/fields.ts';
import { useT } from '../data/language.ts';
import classes from './chip.module.css';

const icons = { low: IconAntennaBars2, medium: IconAntennaBars3, high: IconAntennaBars5 };

/** The priority as an icon of one to three bars; the word beside it with `withLabel`, else for screen readers. */
export function PriorityMark({ priority, withLabel = false }: { priority: Priority; withLabel?: boolean }) {
  const t = useT();
  const Icon = icons[priority];
  const word = t(`priority.${priority}`);
  const spoken = t('shell.priority', { priority: word });
  return (
    <span
      className={`${classes.chip} ${classes.bare} ${priority === 'high' ? classes.red : classes.grey}`}
      title={withLabel ? undefined : spoken}
    >
      <Icon size={18} stroke={2} aria-hidden />
      {withLabel ? <span className={classes.label}>{word}</span> : <VisuallyHidden>{spoken}</VisuallyHidden>}
    </span>
  );
}
