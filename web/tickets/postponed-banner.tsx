import { Button } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useAgent } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import classes from './ticket-page.module.css';
import type { Ticket } from './ticket-queries.ts';
import type { TicketChange } from './use-ticket-change.ts';

interface Props {
  ticket: Ticket;
  onChange: (change: TicketChange) => void;
  onPostpone: () => void;
}

/** Says until when a ticket is postponed and by whom, with the ways back (D-01, LIV-04). */
export function PostponedBanner({ ticket, onChange, onPostpone }: Props) {
  const t = useT();
  const format = useFormat();
  const agent = useAgent(ticket.postponedBy);
  const time = ticket.postponedUntil && format.dateTime(ticket.postponedUntil);
  return (
    <div className={classes.postponed} role="note">
      <IconClockPause size={18} stroke={1.75} aria-hidden />
      <span>
        {!time
          ? t('postponing.without-date')
          : agent
            ? t('postponing.until-by', { time, agent: agent.name })
            : t('postponing.until', { time })}
      </span>
      <Button size="xs" variant="default" onClick={onPostpone}>
        {t('postponing.change')}
      </Button>
      <Button size="xs" variant="default" onClick={() => onChange({ postponedUntil: null })}>
        {t('postponing.wake')}
      </Button>
    </div>
  );
}
