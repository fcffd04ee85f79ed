import { fold } from './fold.ts';

/** A point in time as people write it: a day of the calendar, midnight of some days ago, or so long ago from now. */
export type Moment = { day: string } | { daysAgo: number } | { ago: { days?: number; months?: number } };

const units: Record<string, (count: number) => Moment> = {
  d: days => ({ ago: { days } }),
  j: days => ({ ago: { days } }),
  w: weeks => ({ ago: { days: 7 * weeks } }),
  s: weeks => ({ ago: { days: 7 * weeks } }),
  m: months => ({ ago: { months } }),
  y: years => ({ ago: { months: 12 * years } }),
  a: years => ({ ago: { months: 12 * years } }),
};
const named: Record<string, number> = {
  today: 0,
  "aujourd'hui": 0,
  aujourdhui: 0,
  yesterday: 1,
  hier: 1,
};

/** Reads `7d` (`7j`), `2w` (`2s`), `3m`, `1y` (`1a`), `today`, `hier`, `2026-11-20`, `20/11/2026`, `2026-11`, `2026`. */
export function readMoment(text: string): Moment | null {
  const plain = fold(text).trim().replaceAll('’', "'");
  if (plain in named) return { daysAgo: named[plain]! };
  const relative = /^(\d{1,4})([djwsmya])$/.exec(plain);
  if (relative) return units[relative[2]!]!(Number(relative[1]));
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(plain);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2] ?? 1), Number(iso[3] ?? 1));
  const european = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(plain);
  if (european) return dayOf(Number(european[3]), Number(european[2]), Number(european[1]));
  return null;
}

/** null for a day that no calendar has, such as 31 February. */
function dayOf(year: number, month: number, day: number): Moment | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { day: date.toISOString().slice(0, 10) };
}
