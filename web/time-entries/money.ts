import type { Language } from '../../contract/fields.ts';

interface Amount {
  minor: number;
  currency: string;
}

function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** An amount in the smallest unit as people read it. */
export function moneyText(language: Language, { minor, currency }: Amount): string {
  const format = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency,
  });
  return format.format(minor / 10 ** digitsOf(currency));
}

/** The smallest units of what was typed, by its digits alone; null for what is no amount of that currency. */
export function readMoney(typed: string, currency: string): number | null {
  const read = /^(\d{1,7})(?:[.,](\d+))?$/.exec(typed.replace(/[\s\u00a0\u202f]/g, ''));
  const digits = digitsOf(currency);
  const fraction = read?.[2] ?? '';
  if (!read || fraction.length > digits) return null;
  return Number(read[1] + fraction.padEnd(digits, '0'));
}
