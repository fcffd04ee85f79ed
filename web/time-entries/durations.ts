/** Minutes from what people type: 45, 1:30, 1h30, 1 h, 90 min; null for anything else or outside 1 minute to 24 hours. */
export function readDuration(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  const hours = /^(\d{1,2})\s*[:h]\s*(\d{1,2})?\s*(?:m|min)?$/.exec(text);
  const plain = /^(\d{1,4})\s*(?:m|min|minutes?)?$/.exec(text);
  if (hours && Number(hours[2] ?? 0) > 59) return null;
  const minutes = hours ? Number(hours[1]) * 60 + Number(hours[2] ?? 0) : plain ? Number(plain[1]) : 0;
  return minutes >= 1 && minutes <= 1440 ? minutes : null;
}

/** '45 min', '1 h 05': the same in both languages. */
export function durationText(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h${rest ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
}

/** As it is typed: '45', '1:05'. */
export function durationInput(minutes: number): string {
  return minutes < 60
    ? String(minutes)
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
