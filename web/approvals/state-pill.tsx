import { IconArrowBackUp, IconCheck, IconClockOff, IconHourglass, IconX } from '@tabler/icons-react';
import { useT } from '../data/language.ts';
import chip from '../ui/chip.module.css';
import type { Approval } from './approval-queries.ts';

const looks = {
  waiting: [IconHourglass, chip.amber],
  accepted: [IconCheck, chip.green],
  rejected: [IconX, chip.red],
  withdrawn: [IconArrowBackUp, chip.grey],
  expired: [IconClockOff, chip.grey],
} as const;

/** Where an approval stands, as word, icon and colour. */
export function StatePill({ state }: { state: Approval['state'] }) {
  const t = useT();
  const [Icon, tone] = looks[state];
  return (
    <span className={`${chip.chip} ${tone}`}>
      <Icon size={14} stroke={2} aria-hidden />
      {t(`approval.state.${state}`)}
    </span>
  );
}
