import type { HistoryLine } from './ticket-queries.ts';

export interface HistoryDay {
  /** 2026-01-31, in the reader's time zone. */
  day: string;
  lines: HistoryLine[];
}

/** Lines, newest first, parted by the day on which the reader's clock stood. */
export function daysOf(lines: readonly HistoryLine[]): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const line of lines) {
    const day = dayOf(new Date(line.at));
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

/** The day of a moment on the reader's calendar. */
export function dayOf(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
