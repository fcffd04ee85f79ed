// The first screen's questions are put to the server while the app's code is still being fetched and read.
import type { View } from '../../contract/filters.ts';

interface Early {
  at: number;
  response: Promise<Response>;
}

/** An answer older than this many milliseconds is asked for again. */
const freshMs = 10_000;
const sent = new Map<string, Early>();
const views: Record<View, true> = {
  inbox: true,
  mine: true,
  unanswered: true,
  pending: true,
  'on-hold': true,
  closed: true,
  all: true,
};
let oldest = Number.POSITIVE_INFINITY;

/** What the page of an address asks for first, by the address of each question; early.test.ts holds them to the app's. */
export function earlyQuestions(pathname: string, search: string): string[] {
  const [, slug, page = '', id = ''] = /^\/w\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?/.exec(pathname) ?? [];
  if (!slug) return [];
  const desk = `/api/w/${slug}`;
  const first = [`${desk}/desk`, `${desk}/tickets/counts`, '/api/session'];
  const rows = (asked: string) => `${desk}/tickets?${asked}&sort=waiting&limit=100`;
  if (search === '' && page in views) return [...first, rows(`view=${page}`)];
  if (search === '' && page === 'folders' && id) return [...first, rows(`folder=${id}&view=inbox`)];
  if (page !== 'tickets' || !/^\d+$/.test(id)) return first;
  const ticket = `${desk}/tickets/${id}`;
  return [...first, ticket, `${ticket}/messages`, `${ticket}/history`];
}

/** Puts them. */
export function askEarly(addresses: readonly string[]): void {
  for (const address of addresses) {
    const response = fetch(address, { headers: { accept: 'application/json' }, credentials: 'same-origin' });
    // Whoever takes it hears of it.
    response.catch(() => undefined);
    sent.set(address, { at: performance.now(), response });
  }
}

/** The answer under way to a question; each is given once, and none that is no longer fresh. */
export function takeEarly(address: string): Promise<Response> | undefined {
  const found = sent.get(address);
  sent.delete(address);
  if (!found || performance.now() - found.at > freshMs) return undefined;
  oldest = Math.min(oldest, found.at);
  return found.response;
}

/** For how many milliseconds something on the first screen has been known, 0 where nothing was asked early. */
export const earlyAge = (): number => Math.max(0, performance.now() - oldest);
