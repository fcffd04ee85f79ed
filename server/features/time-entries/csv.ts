// A table that spreadsheets open. What people typed must stay text there: a cell that begins like a formula is quoted (S30).
import type { Language } from '../../../contract/fields.ts';
import { t } from '../../../contract/i18n/t.ts';
import type { Amount } from './amounts.ts';

interface Line {
  day: string;
  agent: string;
  organisation: string | null;
  requester: string;
  number: number;
  subject: string;
  note: string;
  minutes: number;
  isBillable: boolean;
  hourly_rate: number | null;
  currency: string | null;
  amount: Amount | null;
}

const columns = [
  'day',
  'agent',
  'organisation',
  'requester',
  'ticket',
  'subject',
  'note',
  'minutes',
  'billable',
  'rate',
  'amount',
  'currency',
] as const;

/** Entries as CSV: a semicolon between cells, as French and German spreadsheets expect it, and a mark of UTF-8 first. */
export function csvOf(language: Language, lines: readonly Line[]): string {
  const head = columns.map(column => t(language, `time.csv.${column}`));
  const rows = lines.map(line => [
    line.day,
    line.agent,
    line.organisation ?? '',
    line.requester,
    String(line.number),
    line.subject,
    line.note,
    String(line.minutes),
    t(language, line.isBillable ? 'time.csv.yes' : 'time.csv.no'),
    line.hourly_rate === null ? '' : money(language, line.hourly_rate, line.currency!),
    line.amount ? money(language, line.amount.minor, line.amount.currency) : '',
    line.currency ?? '',
  ]);
  return `\uFEFF${[head, ...rows].map(cells => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** One cell. Text that begins with = + - @, a tab or a line break gets an apostrophe, so that nothing is computed. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";\r\n\t,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function money(language: Language, minor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat(language, { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  const text = (minor / 10 ** digits).toFixed(digits);
  return language === 'fr' ? text.replace('.', ',') : text;
}
