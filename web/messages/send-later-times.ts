// Moments in the workspace's time zone, whatever the browser's own is.

const minute = 60_000;

interface Local {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** What a clock in the zone shows at a moment. */
function localOf(at: Date, zone: string): Local {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const value = (type: string) => Number(parts.find(part => part.type === type)?.value);
  return {
    year: value('year'),
    month: value('month'),
    day: value('day'),
    hour: value('hour'),
    minute: value('minute'),
  };
}

const asUtc = ({ year, month, day, hour, minute: minutes }: Local) =>
  Date.UTC(year, month - 1, day, hour, minutes);

/**
 * The moment at which a clock in the zone shows this. In the hour that is skipped in spring it is the hour after it, and
 * in the one that comes twice in autumn the first.
 */
function momentOf(local: Local, zone: string): Date {
  const wanted = asUtc(local);
  const offsetAt = (time: number) =>
    asUtc(localOf(new Date(time), zone)) - Math.floor(time / minute) * minute;
  const candidates = [offsetAt(wanted - 24 * 60 * minute), offsetAt(wanted + 24 * 60 * minute)]
    .map(offset => wanted - offset)
    .sort((a, b) => a - b);
  const exact = candidates.find(time => asUtc(localOf(new Date(time), zone)) === wanted);
  return new Date(exact ?? candidates.at(-1)!);
}

/** The moment meant by the value of a datetime-local field; null for what is none. */
export function momentTyped(value: string, zone: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value);
  if (!match) return null;
  const [year, month, day, hour, minutes] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return momentOf({ year, month, day, hour, minute: minutes }, zone);
}

/** A moment as the value of a datetime-local field. */
export function typedOf(at: Date, zone: string): string {
  const { year, month, day, hour, minute: minutes } = localOf(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minutes)}`;
}

/** In one hour, tomorrow at nine, next Monday at nine. */
export function laterChoices(now: Date, zone: string): Record<'hour' | 'tomorrow' | 'monday', Date> {
  const today = localOf(now, zone);
  const atNine = (days: number) => {
    const day = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
    return momentOf(
      {
        year: day.getUTCFullYear(),
        month: day.getUTCMonth() + 1,
        day: day.getUTCDate(),
        hour: 9,
        minute: 0,
      },
      zone,
    );
  };
  const weekday = new Date(asUtc(today)).getUTCDay();
  return {
    hour: new Date(now.getTime() + 60 * minute),
    tomorrow: atNine(1),
    monday: atNine((8 - weekday) % 7 || 7),
  };
}

/** A moment in words, as clocks in the zone show it. */
export function timeInZone(at: string | Date, zone: string, language: 'fr' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}
