import { VisuallyHidden } from '@mantine/core';
import { IconClock, IconClockExclamation, IconClockHour4 } from '@tabler/icons-react';
import { ageing as defaults } from '../../contract/fields.ts';
import { useDesk } from '../data/desk.ts';
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
 * How long the customer has waited: a clock and '19 h', yellow and red over the hours of the ticket settings (CHP-12,
 * CHP-13). Takes the start of the wait and the day it came in as ISO times; the settings say which of them counts.
 * Shows nothing when it is not our turn.
 */
export function AgeChip({ waitingSince, receivedAt }: { waitingSince: string | null; receivedAt: string }) {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const ageing = useDesk().data?.ticketSettings.ageing ?? { basis: 'waiting' as const, ...defaults };
  const since = ageing.basis === 'creation' ? receivedAt : waitingSince;
  if (since === null) return null;
  const { minutes, level } = ageOf(since, now, ageing);
  const [Icon, tone] = looks[level];
  const duration = format.duration(minutes);
  const limit = level === 'fresh' ? 0 : level === 'red' ? ageing.redMinutes : ageing.yellowMinutes;
  const text = t(`lists.age.${ageing.basis}.${level === 'fresh' ? 'fresh' : 'over'}`, {
    duration,
    limit: format.duration(limit),
  });
  return (
    <span className={`${classes.chip} ${tone}`} title={text}>
      <Icon size={14} stroke={2} aria-hidden />
      <span aria-hidden>{duration}</span>
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
