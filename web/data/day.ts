/** A day as YYYY-MM-DD where the reader is; `shift` days later. */
export function today(shift = 0): string {
  const now = new Date();
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + shift));
}

/** The day of a moment as YYYY-MM-DD where the reader is. */
export function dayOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** A day as a moment of the reader's clock, so that no zone moves it to the day before. */
export function momentOfDay(day: string): Date {
  return new Date(`${day}T12:00:00`);
}
