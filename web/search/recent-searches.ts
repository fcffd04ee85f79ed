// What this person searched for on this device, the latest first. It stays in the browser.
import { z } from 'zod';

const most = 8;
const kept = z.array(z.string()).max(50);
const placeOf = (agentId: string) => `guichet.searches.${agentId}`;

/** The latest searches of an agent, who belongs to one workspace. */
export function recentSearches(agentId: string): string[] {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(placeOf(agentId)) ?? '[]'));
    return found.success ? found.data.slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Puts a search in front of the others. */
export function keepSearch(agentId: string, words: string): void {
  if (!words) return;
  const others = recentSearches(agentId).filter(one => one !== words);
  try {
    localStorage.setItem(placeOf(agentId), JSON.stringify([words, ...others].slice(0, most)));
  } catch {
    // A browser that keeps nothing offers nothing.
  }
}
