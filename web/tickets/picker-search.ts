/** Whether each typed word begins a word of the label or the detail, or stands in it; accents and case do not matter. */
export function isFound(choice: { label: string; detail?: string }, typed: string): boolean {
  const text = plain(`${choice.label} ${choice.detail ?? ''}`);
  return plain(typed)
    .split(/\s+/)
    .every(word => text.includes(word));
}

/** Whether a choice is called so already; accents and case do not matter. */
export function isNamed(choice: { label: string }, typed: string): boolean {
  return plain(choice.label) === plain(typed);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
