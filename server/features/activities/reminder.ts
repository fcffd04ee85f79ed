// When an activity reminds. Only one that lies ahead, at an exact time, can (ZOH-13, ZOH-14).
import type { ReminderChannel } from '../../../contract/routes/activities.ts';
import { invalid } from '../../platform/errors/index.ts';

export interface Reminder {
  by: ReminderChannel[];
  minutesBefore: number;
}

export interface ReminderColumns {
  remind_by: ReminderChannel[];
  remind_minutes: number | null;
  remind_at: Date | null;
}

const none: ReminderColumns = { remind_by: [], remind_minutes: null, remind_at: null };

const refused = (code: string) => invalid(code, { fields: { reminder: code } });

/**
 * The columns for a reminder that somebody asks for.
 * @throws Invalid reminder-needs-time, reminder-past, sms-without-provider
 */
export function askedReminder(
  reminder: Reminder | null,
  dueAt: Date | null,
  now: Date,
  canSendSms: boolean,
): ReminderColumns {
  if (!reminder) return none;
  if (!dueAt) throw refused('reminder-needs-time');
  if (reminder.by.includes('sms') && !canSendSms) throw refused('sms-without-provider');
  const columns = columnsOf(reminder, dueAt);
  if (columns.remind_at! <= now) throw refused('reminder-past');
  return columns;
}

/** What becomes of a reminder when the due time moves: it moves along, or is cancelled where its time has passed. */
export function movedReminder(reminder: Reminder | null, dueAt: Date | null, now: Date): ReminderColumns {
  if (!reminder || !dueAt) return none;
  const columns = columnsOf(reminder, dueAt);
  return columns.remind_at! <= now ? none : columns;
}

function columnsOf({ by, minutesBefore }: Reminder, dueAt: Date): ReminderColumns {
  const remind_at = new Date(dueAt.getTime() - minutesBefore * 60_000);
  return { remind_by: [...new Set(by)].sort(), remind_minutes: minutesBefore, remind_at };
}
