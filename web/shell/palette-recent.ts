// What this agent used in the palette on this device, the latest first.
import { z } from 'zod';

const most = 6;
const kept = z.array(z.string()).max(50);
const placeOf = (agentId: string) => `guichet.palette.${agentId}`;

/** The ids of what was used last. */
export function recentlyUsed(agentId: string): string[] {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(placeOf(agentId)) ?? '[]'));
    return found.success ? found.data : [];
  } catch {
    return [];
  }
}

/** Puts one in front of the others. */
export function keepUsed(agentId: string, id: string): void {
  const others = recentlyUsed(agentId).filter(one => one !== id);
  try {
    localStorage.setItem(placeOf(agentId), JSON.stringify([id, ...others].slice(0, most)));
  } catch {
    // A browser that keeps nothing has nothing recent.
  }
}
