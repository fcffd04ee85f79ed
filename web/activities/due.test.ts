import { describe, expect, it } from 'vitest';
import { today } from '../data/day.ts';
import { dueInput, groupOf, readDue } from './due.ts';

const open = { dueAt: null, dueOn: null, isOverdue: false };

describe('when an activity is due', () => {
  it('ZOH-10 stands as overdue, today, later or without a date', () => {
    const now = new Date();
    const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
    expect(groupOf({ ...open, dueAt: at(-1000) }, now)).toBe('overdue');
    expect(groupOf({ ...open, dueOn: '2020-01-01', isOverdue: true })).toBe('overdue');
    expect(groupOf({ ...open, dueOn: today() })).toBe('today');
    expect(groupOf({ ...open, dueOn: today(1) })).toBe('later');
    expect(groupOf({ ...open, dueAt: at(48 * 3600_000) }, now)).toBe('later');
    expect(groupOf(open)).toBe('undated');
  });

  it('ZOH-13 what is shown for editing reads as the same moment', () => {
    const dueAt = '2026-07-01T08:30:00.000Z';
    expect(readDue(dueInput({ dueAt, dueOn: null }))).toEqual({ at: dueAt });
    expect(readDue(dueInput({ dueAt: null, dueOn: '2026-07-01' }))).toEqual({ on: '2026-07-01' });
    expect(readDue({ day: '', time: '' })).toBeNull();
  });
});
