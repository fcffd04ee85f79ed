import { describe, expect, it } from 'vitest';
import { localAt, momentAt, momentOf } from './postpone-times.ts';

const paris = 'Europe/Paris';

describe('LIV-12 the choices of postponing', () => {
  it.each([
    // A Wednesday, in summer.
    ['in-two-hours', '2026-07-15T12:10:00Z', '2026-07-15T14:10:00.000Z'],
    ['tomorrow', '2026-07-15T12:10:00Z', '2026-07-16T07:00:00.000Z'],
    ['in-two-days', '2026-07-15T12:10:00Z', '2026-07-17T07:00:00.000Z'],
    ['next-monday', '2026-07-15T12:10:00Z', '2026-07-20T07:00:00.000Z'],
    // After midnight in Paris it is the next day there already.
    ['tomorrow', '2026-07-15T22:30:00Z', '2026-07-17T07:00:00.000Z'],
    // On a Monday the next one is a week away; on a Sunday it is tomorrow.
    ['next-monday', '2026-07-20T06:00:00Z', '2026-07-27T07:00:00.000Z'],
    ['next-monday', '2026-07-19T10:00:00Z', '2026-07-20T07:00:00.000Z'],
    // The clocks change in the night before.
    ['tomorrow', '2026-03-28T12:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['tomorrow', '2026-10-24T12:00:00Z', '2026-10-25T08:00:00.000Z'],
  ] as const)('%s at %s is %s', (choice, now, expected) => {
    expect(momentOf(choice, new Date(now), paris).toISOString()).toBe(expected);
  });

  it.each([
    ['2026-01-02T09:00', paris, '2026-01-02T08:00:00.000Z'],
    ['2026-07-02T09:00', 'America/New_York', '2026-07-02T13:00:00.000Z'],
    ['2026-07-02T09:00', 'Asia/Kolkata', '2026-07-02T03:30:00.000Z'],
  ])('%s in %s is %s, and back', (local, zone, expected) => {
    const moment = momentAt(local, zone)!;
    expect(moment.toISOString()).toBe(expected);
    expect(localAt(moment, zone)).toBe(local);
  });

  it.each(['', '2026-13-40T09:00', 'x'])('%j is no time', text => {
    expect(momentAt(text, paris)).toBeNull();
  });
});
