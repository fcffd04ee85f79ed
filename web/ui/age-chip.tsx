import { VisuallyHidden } from '@mantine/core';
import { IconClock, IconClockExclamation, IconClockHour4 } from '@tabler/icons-react';
import { useFormat, useT } from '../data/language.ts';
import { useNow } from '../data/now.ts';
import { ageOf } from './age.ts';
import classes from './chip.module.css';

const looks = {
  fresh: [IconClock, classes.grey],
  yellow: [IconClockHour4, classes.amber],
  red: [IconClockExclamation, classes.red],
} as const;

/**
 * How long the oldest unanswered message has waited: a clock and '19 h', yellow over 18 h, red over 24 h (CHP-12).
 * Takes the start as an ISO time; shows nothing for null, when it is not our turn.
 */
export function AgeChip({ since }: { since: string | null }) {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  if (since === null) return null;
  const { minutes, level } = ageOf(since, now);
  const [Icon, tone] = looks[level];
  const duration = format.duration(minutes);
  return (
    <span className={`${classes.chip} ${tone}`} title={t(`shell.age.${level}`, { duration })}>
      <Icon size={14} stroke={2} aria-hidden />
      <span aria-hidden>{duration}</span>
      <VisuallyHidden>{t(`shell.age.${level}`, { duration })}</VisuallyHidden>
    </span>
  );
}
