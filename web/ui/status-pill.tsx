import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDot,
  IconGitMerge,
  IconHourglass,
  IconLock,
  IconMoon,
  IconSparkles,
  IconTrash,
} from '@tabler/icons-react';
import type { Status } from '../../contract/fields.ts';
import { useT } from '../data/language.ts';
import classes from './chip.module.css';

const looks: Record<Status, [typeof IconLock, string | undefined]> = {
  new: [IconSparkles, classes.blue],
  open: [IconCircleDot, classes.green],
  pending: [IconHourglass, classes.amber],
  on_hold: [IconMoon, classes.violet],
  resolved: [IconCircleCheck, classes.grey],
  closed: [IconLock, classes.grey],
  merged: [IconGitMerge, classes.grey],
  spam: [IconAlertTriangle, classes.red],
  trashed: [IconTrash, classes.grey],
};

/** The status of a ticket as word, icon and colour. `title` tells what the status means. */
export function StatusPill({ status, className = '' }: { status: Status; className?: string }) {
  const t = useT();
  const [Icon, tone] = looks[status];
  const hint = `status.hint.${status}`;
  const title = t(hint);
  return (
    <span className={`${classes.chip} ${tone} ${className}`} title={title === hint ? undefined : title}>
      <Icon size={14} stroke={2} aria-hidden />
      <span className={classes.label}>{t(`status.${status}`)}</span>
    </span>
  );
}
