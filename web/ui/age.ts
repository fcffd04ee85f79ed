export type AgeLevel = 'fresh' | 'yellow' | 'red';

/**
 * Minutes waited since a time and the colour that says so (CHP-12, CHP-13). Takes an ISO time, now in milliseconds and
 * the workspace's thresholds.
 */
export function ageOf(
  since: string,
  now: number,
  { yellowMinutes, redMinutes }: { yellowMinutes: number; redMinutes: number },
): { minutes: number; level: AgeLevel } {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  if (minutes > redMinutes) return { minutes, level: 'red' };
  return { minutes, level: minutes > yellowMinutes ? 'yellow' : 'fresh' };
}
