// When a postponed ticket comes back. Days and hours are those of the workspace's time zone, whatever the browser's is.

export const postponeChoices = ['in-two-hours', 'tomorrow', 'in-two-days', 'next-monday'] as const;
export type PostponeChoice = (typeof postponeChoices)[number];

const morning = '09:00';
const day = 24 * 3600_000;

/** The moment that a choice means now. */
export function momentOf(choice: PostponeChoice, now: Date, zone: string): Date {
  if (choice === 'in-two-hours') return new Date(now.getTime() + 2 * 3600_000);
  const today = dayIn(now, zone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const days = { tomorrow: 1, 'in-two-days': 2, 'next-monday': (8 - weekday) % 7 || 7 }[choice];
  const wanted = new Date(Date.parse(`${today}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
  return momentAt(`${wanted}T${morning}`, zone)!;
}

/** The moment of a local time such as 2026-03-29T09:00 in a zone; null for what is no time. */
export function momentAt(local: string, zone: string): Date | null {
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  // The zone's distance from UTC is that of the moment looked for: once from near it, and again from it.
  const near = asUtc - offsetAt(asUtc, zone);
  return new Date(asUtc - offsetAt(near, zone));
}

/** A moment as a local time in a zone: 2026-03-29T09:00. */
export function localAt(moment: Date, zone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), zone)).toISOString().slice(0, 16);
}

function dayIn(moment: Date, zone: string): string {
  return localAt(moment, zone).slice(0, 10);
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find(part => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(moment / 1000) * 1000;
}
