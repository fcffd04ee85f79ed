import { describe, expect, it } from 'vitest';
import { laterChoices, momentTyped, timeInZone, typedOf } from './send-later-times.ts';

describe('moments in the zone of the workspace', () => {
  it.each([
    ['2026-11-26T09:00', 'Europe/Paris', '2026-11-26T08:00:00.000Z'],
    ['2026-07-01T09:00', 'Europe/Paris', '2026-07-01T07:00:00.000Z'],
    ['2026-07-01T09:00', 'America/Toronto', '2026-07-01T13:00:00.000Z'],
    // Skipped in spring: an hour later. Twice in autumn: the first.
    ['2026-03-29T02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2026-11-26T09:00', 'Asia/Kathmandu', '2026-11-26T03:15:00.000Z'],
  ])('%s in %s is %s', (typed, zone, expected) => {
    expect(momentTyped(typed, zone)?.toISOString()).toBe(expected);
  });

  it('gives back what was typed, and nothing for what is no time', () => {
    const at = momentTyped('2026-11-26T09:05', 'Europe/Paris')!;
    expect(typedOf(at, 'Europe/Paris')).toBe('2026-11-26T09:05');
    expect(momentTyped('', 'Europe/Paris')).toBeNull();
    expect(timeInZone(at, 'Europe/Paris', 'fr')).toMatch(/jeu\. 26 nov\..* 09:05/);
  });

  it.each([
    // Late on Sunday in UTC is Monday in Paris already, so that Monday is a week away.
    ['2026-11-29T23:30:00Z', 'Europe/Paris', '2026-12-01T08:00:00.000Z', '2026-12-07T08:00:00.000Z'],
    ['2026-11-29T12:00:00Z', 'Europe/Paris', '2026-11-30T08:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['2026-10-24T12:00:00Z', 'Europe/Paris', '2026-10-25T08:00:00.000Z', '2026-10-26T08:00:00.000Z'],
  ])('at %s in %s: tomorrow %s, Monday %s', (now, zone, tomorrow, monday) => {
    const choices = laterChoices(new Date(now), zone);
    expect(choices.tomorrow.toISOString()).toBe(tomorrow);
    expect(choices.monday.toISOString()).toBe(monday);
    expect(choices.hour.getTime() - Date.parse(now)).toBe(3_600_000);
  });
});
