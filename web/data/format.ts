import type { Language } from '../../contract/fields.ts';

type Moment = string | number | Date;

export interface Format {
  /** '14 Nov 2026'; without the year in the current year. */
  date: (at: Moment) => string;
  time: (at: Moment) => string;
  /** '1,234'. */
  number: (value: number) => string;
  dateTime: (at: Moment) => string;
  /** 'Tuesday 1 December 2026, 10:00 – 11:00'; of days, both counted in. */
  period: (from: Moment, to: Moment, of: 'days' | 'times') => string;
  /** 'Léa, Hugo and Nadia'. */
  list: (words: readonly string[]) => string;
  /** '5 minutes ago'. */
  ago: (at: Moment, now?: Date) => string;
  /** '19 h', '3 d': one unit, rounded down, from minutes. */
  duration: (minutes: number) => string;
  /** '8 MB', from bytes; thousands as on the screen of the file's owner. */
  size: (bytes: number) => string;
}

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Made when it is first asked for, then kept: Intl objects are costly. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The formats of a language. */
export function formatsOf(language: Language): Format {
  const locale = locales[language];
  const thisYear = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }));
  const anyYear = once(
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
  );
  const time = once(() => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }));
  const dateTime = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'full' }));
  const times = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }));
  const together = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const plain = once(() => new Intl.NumberFormat(locale));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

  function ago(at: Moment, now = new Date()): string {
    const seconds = (new Date(at).getTime() - now.getTime()) / 1000;
    const step = steps.find(([, size]) => Math.abs(seconds) >= size);
    return step ? relative().format(Math.trunc(seconds / step[1]), step[0]) : relative().format(0, 'second');
  }

  function quantity(amount: number, unit: string, digits = 0): string {
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(amount);
  }

  function duration(minutes: number): string {
    const whole = Math.max(0, Math.floor(minutes));
    // The short unit, as on a watch: 'hr' and 'mins' would make a chip jump in width.
    if (whole < 60) return `${whole}\u00a0min`;
    if (whole < 48 * 60) return `${Math.floor(whole / 60)}\u00a0h`;
    return `${Math.floor(whole / 1440)}\u00a0${language === 'fr' ? 'j' : 'd'}`;
  }

  function size(bytes: number): string {
    if (bytes < 1000) return quantity(bytes, 'byte');
    if (bytes < 1_000_000) return quantity(Math.ceil(bytes / 1024), 'kilobyte');
    return quantity(bytes / (1024 * 1024), 'megabyte', 1);
  }

  return {
    date: at => {
      const date = new Date(at);
      return (date.getFullYear() === new Date().getFullYear() ? thisYear() : anyYear()).format(date);
    },
    time: at => time().format(new Date(at)),
    number: value => plain().format(value),
    dateTime: at => dateTime().format(new Date(at)),
    period: (from, to, of) => (of === 'days' ? days() : times()).formatRange(new Date(from), new Date(to)),
    list: words => together().format(words),
    ago,
    duration,
    size,
  };
}
