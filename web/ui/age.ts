import { ageing } from '../../contract/fields.ts';

export type AgeLevel = 'fresh' | 'yellow' | 'red';

/** Minutes waited since a time and the colour that says so (CHP-12). Takes an ISO time and now in milliseconds. */
export function ageOf(since: string, now: number): { minutes: number; level: AgeLevel } {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  if (minutes > ageing.redMinutes) return { minutes, level: 'red' };
  return { minutes, level: minutes > ageing.yellowMinutes ? 'yellow' : 'fresh' };
}
