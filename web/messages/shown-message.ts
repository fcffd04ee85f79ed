// Which message of a conversation its reader has had in sight: what a reply is compared with when it is sent (LUM-23).
import type { Message } from './messages-query.ts';

const shown = new Map<string, string>();
const placeOf = (slug: string, number: string) => `${slug}/${number}`;

/** Notes the newest public message up to the one that is in sight. */
export function noteShown(slug: string, number: string, messages: readonly Message[], seenId: string): void {
  const end = messages.findIndex(message => message.id === seenId);
  const newest = messages.slice(0, end + 1).findLast(message => message.kind === 'public');
  if (newest) shown.set(placeOf(slug, number), newest.id);
}

/** Somebody decided to send although this one is newer: it was shown to them beside their text. */
export function noteShownBeside(slug: string, number: string, messageId: string): void {
  shown.set(placeOf(slug, number), messageId);
}

/** The newest public message that was shown, or null for none. */
export function shownMessage(slug: string, number: string): string | null {
  return shown.get(placeOf(slug, number)) ?? null;
}
