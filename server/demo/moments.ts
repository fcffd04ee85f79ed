// When things happened: the stories say how long ago, here that becomes a time.
import type { Ago } from './story.ts';

const zone = 'Europe/Paris';
const minute = 60_000;
const unitMs = { m: minute, h: 60 * minute } as const;
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The time that lies so long ago. @throws Error for a text that is neither '45m', '20h' nor '6d 09:30' */
export function momentOf(ago: Ago, now: Date): Date {
  const short = /^(\d+)([mh])$/.exec(ago);
  if (short) return new Date(now.getTime() - Number(short[1]) * unitMs[short[2] as keyof typeof unitMs]);
  const long = /^(\d+)d (\d\d:\d\d)$/.exec(ago);
  if (!long) throw new Error(`not a time: ${ago}`);
  const day = wallClock.format(now.getTime() - Number(long[1]) * 24 * 60 * minute).slice(0, 10);
  const asIfUtc = Date.parse(`${day}T${long[2]}:00Z`);
  const shift = Date.parse(`${wallClock.format(asIfUtc).replace(' ', 'T')}Z`) - asIfUtc;
  return new Date(asIfUtc - shift);
}

/** A time as mail programs write it above what they quote. */
export function written(at: Date, language: 'fr' | 'en'): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(
    at,
  );
}
