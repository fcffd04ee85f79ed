import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { clockText, useSeconds } from './clock.ts';
import { timerQuery, useTimer } from './time-queries.ts';
import classes from './timer-chip.module.css';

/** My running clock in the top bar: which ticket, how long, and the button that stops it. Nothing where none runs. */
export function TimerChip() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const timer = useQuery({ ...timerQuery(slug), enabled: slug !== '' }).data?.timer;
  const { stop } = useTimer();
  if (!timer) return null;
  const label = t('time.timer.running', { number: String(timer.ticketNumber) });
  return (
    <div className={classes.chip}>
      <Link
        to="/w/$slug/tickets/$number/$tab"
        params={{ slug, number: String(timer.ticketNumber), tab: 'time' }}
        className={classes.link}
        aria-label={label}
        title={timer.subject}
      >
        <span className={classes.number}>#{timer.ticketNumber}</span> <Clock since={timer.startedAt} />
      </Link>
      <Tooltip label={t('time.timer.stop')}>
        <ActionIcon
          variant="subtle"
          color="red"
          size={28}
          aria-label={t('time.timer.stop')}
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          <IconPlayerStopFilled size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

/** The time since a moment, counting by the second. */
export function Clock({ since }: { since: string }) {
  return <span className={classes.clock}>{clockText(since, useSeconds())}</span>;
}
