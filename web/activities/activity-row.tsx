import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBell,
  IconCheck,
  IconCircleCheckFilled,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAgent } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import chip from '../ui/chip.module.css';
import classes from '../ui/tab-page.module.css';
import { type Activity, useCompleteActivity } from './activity-queries.ts';
import { dayShown } from './due.ts';
import { KindIcon } from './kind-icon.tsx';

interface Props {
  activity: Activity;
  /** Names the ticket, where the row stands among those of others. */
  withTicket?: boolean;
  onEdit?: (activity: Activity) => void;
  onRemove?: (activity: Activity) => void;
}

/** One activity: what, when, whose; completing it is one click at the right (ZOH-15). */
export function ActivityRow({ activity, withTicket = false, onEdit, onRemove }: Props) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const owner = useAgent(activity.ownerId);
  const complete = useCompleteActivity();
  const { title, doneAt, dueAt, dueOn } = activity;
  const isDone = doneAt !== null;
  const label = t(isDone ? 'activity.reopen-one' : 'activity.done-one', { title });
  const facts = [
    t(`activity.kind.${activity.kind}.name`),
    dueAt ? format.dateTime(dueAt) : dueOn && format.date(dayShown(dueOn)),
    owner?.name,
  ].filter(Boolean);
  return (
    <li className={classes.row}>
      <KindIcon kind={activity.kind} />
      <div className={classes.main}>
        <span className={classes.name} style={isDone ? { textDecoration: 'line-through' } : undefined}>
          {title}
          {activity.isOverdue && (
            <span className={`${chip.chip} ${chip.red}`}>
              <IconAlertTriangle size={14} aria-hidden />
              {t('activity.overdue')}
            </span>
          )}
          {isDone && <span className={`${chip.chip} ${chip.grey}`}>{t('activity.done')}</span>}
          {activity.reminder && (
            <span className={`${chip.chip} ${chip.blue}`}>
              <IconBell size={14} aria-hidden />
              {t('activity.reminds')}
            </span>
          )}
        </span>
        {activity.note && <span style={{ whiteSpace: 'pre-wrap' }}>{activity.note}</span>}
        <p className={classes.soft}>{facts.join(' · ')}</p>
        {withTicket && (
          <Link
            to="/w/$slug/tickets/$number/$tab"
            params={{ slug, number: String(activity.ticketNumber), tab: 'activities' }}
          >
            #{activity.ticketNumber} {activity.ticketSubject || t('tickets.no-subject')}
          </Link>
        )}
      </div>
      <div className={classes.end}>
        {onEdit && (
          <ActionIcon aria-label={t('activity.edit-one', { title })} onClick={() => onEdit(activity)}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        )}
        {onRemove && (
          <ActionIcon aria-label={t('activity.remove-one', { title })} onClick={() => onRemove(activity)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
        <Tooltip label={label}>
          <ActionIcon
            variant={isDone ? 'subtle' : 'default'}
            color={isDone ? 'green' : undefined}
            aria-label={label}
            onClick={() => complete.mutate({ one: activity, isDone: !isDone })}
          >
            {isDone ? <IconCircleCheckFilled size={20} aria-hidden /> : <IconCheck size={18} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      </div>
    </li>
  );
}
