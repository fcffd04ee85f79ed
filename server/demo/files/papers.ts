// Documents that go back and forth: invoices and quotes as PDF, lists as CSV, logs as text.
import type { Language } from '../../../contract/fields.ts';
import { company } from '../company.ts';
import type { DemoFile } from '../story.ts';
import { type PdfLine, pdfPage } from './pdf.ts';

export interface Bill {
  kind: 'invoice' | 'quote';
  number: string;
  customer: string;
  language: Language;
  /** What is sold and its price in cents, tax included. */
  items: readonly (readonly [string, number])[];
}

const words = {
  fr: {
    invoice: 'Facture',
    quote: 'Devis',
    to: 'Client :',
    date: 'Date :',
    total: 'Total TTC',
    tax: 'dont TVA 20 %',
  },
  en: {
    invoice: 'Invoice',
    quote: 'Quote',
    to: 'Customer:',
    date: 'Date:',
    total: 'Total',
    tax: 'of which VAT 20%',
  },
} as const;
const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** An invoice or a quote of the shop as PDF, dated with the message that carries it. */
export function bill(given: Bill): DemoFile {
  const { kind, number, language } = given;
  const name = `${words[language][kind].toLowerCase()}-${number}.pdf`;
  return { name, type: 'application/pdf', bytes: at => pdfPage(linesOf(given, at)) };
}

function linesOf({ kind, number, customer, language, items }: Bill, at: Date): PdfLine[] {
  const said = words[language];
  const locale = locales[language];
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Paris' });
  const total = items.reduce((sum, [, cents]) => sum + cents, 0);
  const tax = Math.round(total - total / 1.2);
  const row = (text: string, cents: number, y: number, isBold = false): PdfLine[] => [
    { text, x: 60, y, size: 11, isBold },
    { text: money.format(cents / 100), x: 455, y, size: 11, isBold },
  ];
  const end = 270 + items.length * 24;
  return [
    { text: company.name, x: 60, y: 80, size: 22, isBold: true },
    { text: '12, quai des Tanneurs · 38999 Loirans', x: 60, y: 102, size: 10 },
    { text: `${said[kind]} ${number}`, x: 60, y: 160, size: 16, isBold: true },
    { text: `${said.to} ${customer}`, x: 60, y: 186, size: 11 },
    { text: `${said.date} ${day.format(at)}`, x: 60, y: 204, size: 11 },
    ...items.flatMap(([text, cents], index) => row(text, cents, 250 + index * 24)),
    ...row(said.total, total, end, true),
    ...row(said.tax, tax, end + 20),
  ];
}

/** A table as CSV with semicolons, as French spreadsheets write it; starts with a byte order mark for their sake. */
export function table(name: string, rows: readonly (readonly (string | number)[])[]): DemoFile {
  const cell = (value: string | number) =>
    /[";\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  const text = rows.map(row => `${row.map(cell).join(';')}\r\n`).join('');
  return { name, type: 'text/csv', bytes: () => Buffer.from(`\ufeff${text}`) };
}

/** A plain text file. */
export function textFile(name: string, lines: readonly string[]): DemoFile {
  return { name, type: 'text/plain', bytes: () => Buffer.from(`${lines.join('\n')}\n`) };
}
