import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait and how often to look, both in milliseconds. */
export type Patience = { within?: number; every?: number };

/**
 * Asks `look` again and again until it gives something other than undefined, null or false, and returns that.
 * An error of `look` counts as "not yet"; after `within` milliseconds (20 s by default) it throws, naming `what`
 * and the last error seen.
 */
export async function waitFor<T>(
  what: string,
  look: () => T | Promise<T>,
  { within = 20_000, every = 50 }: Patience = {},
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + within;
  let lastError = '';
  for (;;) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== null && seen !== false) {
        return seen as Exclude<T, undefined | null | false>;
      }
      lastError = '';
    } catch (error) {
      lastError = ` (last error: ${error instanceof Error ? error.message : String(error)})`;
    }
    if (Date.now() >= end) throw new Error(`waited ${within} ms in vain for ${what}${lastError}`);
    await sleep(every);
  }
}
