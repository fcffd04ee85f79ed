import { momentOfDay, today } from '../data/day.ts';
import type { Activity } from './activity-queries.ts';

export const groups = ['overdue', 'today', 'later', 'undated'] as const;
export type Group = (typeof groups)[number];

type Due = Pick<Activity, 'dueAt' | 'dueOn' | 'isOverdue'>;

/** Where an activity stands among mine: overdue first, then today, later, without a date. */
export function groupOf({ dueAt, dueOn, isOverdue }: Due, now = new Date()): Group {
  if (isOverdue || (dueAt && new Date(dueAt) < now)) return 'overdue';
  if (dueOn) return dueOn <= today() ? 'today' : 'later';
  if (!dueAt) return 'undated';
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return new Date(dueAt) < midnight ? 'today' : 'later';
}

/** A due date as it is typed: a day, and a time where there is one; '' for none. Local, as the reader's clock shows. */
export function dueInput({ dueAt, dueOn }: Pick<Due, 'dueAt' | 'dueOn'>): { day: string; time: string } {
  if (dueOn) return { day: dueOn, time: '' };
  if (!dueAt) return { day: '', time: '' };
  const at = new Date(dueAt);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return { day, time: `${two(at.getHours())}:${two(at.getMinutes())}` };
}

/** What was typed, as the server takes it: a moment of the reader's clock, a day, or nothing. */
export function readDue({
  day,
  time,
}: {
  day: string;
  time: string;
}): { at: string } | { on: string } | null {
  if (!day) return null;
  return time ? { at: new Date(`${day}T${time}`).toISOString() } : { on: day };
}

/** A day as a moment, for showing it. */
export const dayShown = momentOfDay;
