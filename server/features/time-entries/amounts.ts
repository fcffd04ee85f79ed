// What time comes to in money: whole smallest units, never fractions of a binary number.

interface Counted {
  minutes: number;
  isBillable: boolean;
  rate: { hourly: number; currency: string } | null;
}

export interface Amount {
  minor: number;
  currency: string;
}

/** What an entry comes to, halves rounded up; null where it is not billable or has no rate. */
export function amountOf({ minutes, isBillable, rate }: Counted): Amount | null {
  if (!isBillable || !rate) return null;
  return { minor: Math.floor((rate.hourly * minutes + 30) / 60), currency: rate.currency };
}

/** The totals of entries: minutes billable and not, and one amount per currency. */
export function totalsOf(entries: readonly Counted[]) {
  const amounts = new Map<string, number>();
  let billableMinutes = 0;
  let otherMinutes = 0;
  for (const entry of entries) {
    if (entry.isBillable) billableMinutes += entry.minutes;
    else otherMinutes += entry.minutes;
    const amount = amountOf(entry);
    if (amount) amounts.set(amount.currency, (amounts.get(amount.currency) ?? 0) + amount.minor);
  }
  const sums = [...amounts].sort().map(([currency, minor]) => ({ minor, currency }));
  return { billableMinutes, otherMinutes, amounts: sums };
}
