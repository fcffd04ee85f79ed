import { IconCalendarEvent, IconCalendarOff, IconMapPin, IconRepeat, IconUser } from '@tabler/icons-react';
import type { CalendarEntry } from '../../contract/calendar-entry.ts';
import type { Format } from '../data/format.ts';
import { useFormat, useT } from '../data/language.ts';
import classes from './calendar-card.module.css';

/** What a calendar's part of a mail says: an invitation, its end, or an answer to one. */
export function CalendarCard({ entry }: { entry: CalendarEntry }) {
  const t = useT();
  const format = useFormat();
  const Icon = entry.method === 'cancels' ? IconCalendarOff : IconCalendarEvent;
  const kind = t(`tickets.calendar.${entry.method}`);
  return (
    <section className={classes.card} data-method={entry.method} aria-label={kind}>
      <Icon size={20} stroke={1.75} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <p className={classes.kind}>
          {kind}
          {entry.answer && ` · ${t(`tickets.calendar.${entry.answer}`)}`}
        </p>
        <p className={classes.title}>{entry.title || t('tickets.calendar.untitled')}</p>
        <p>{timeOf(entry, format)}</p>
        {entry.repeats && (
          <p className={classes.fact}>
            <IconRepeat size={14} aria-hidden />
            {t('tickets.calendar.repeats')}
          </p>
        )}
        {entry.place && (
          <p className={classes.fact}>
            <IconMapPin size={14} aria-hidden />
            {entry.place}
          </p>
        )}
        {entry.organiser && (
          <p className={classes.fact}>
            <IconUser size={14} aria-hidden />
            {t('tickets.calendar.from', { name: entry.organiser })}
          </p>
        )}
      </div>
    </section>
  );
}

/** Its time on the reader's clock. A calendar's last day is the one after. */
function timeOf({ start, end }: CalendarEntry, format: Format): string {
  if (start.includes('T')) return format.period(start, end ?? start, 'times');
  const first = new Date(`${start}T00:00`);
  const last = new Date(`${end ?? start}T00:00`);
  if (end && end > start) last.setDate(last.getDate() - 1);
  return format.period(first, last, 'days');
}
