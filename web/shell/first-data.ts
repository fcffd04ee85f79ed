import type { View } from '../../contract/filters.ts';
import { deskQuery } from '../data/desk.ts';
import { earlyQuestions } from '../data/early.ts';
import { queryClient } from '../data/query-client.ts';
import { sessionQuery } from '../data/session.ts';
import { setWorkspaceSlug } from '../data/workspace.ts';
import { listQuery, plainSearch } from '../tickets/list-search.ts';
import { prefetchTicket } from '../tickets/ticket-queries.ts';
import { firstPageQuery } from '../tickets/use-ticket-list.ts';
import { countsQuery } from './ticket-counts.ts';

/** Longer than this many milliseconds nobody looks at an empty page: what is not there yet is shown as loading. */
const patienceMs = 100;

/**
 * Takes in what was asked before the app was there, so that the page is drawn once and whole instead of first as loading
 * and then again.
 */
export async function firstData(): Promise<void> {
  const { pathname, search } = location;
  const asked = earlyQuestions(pathname, search);
  const [, , encoded = '', page = '', id = ''] = pathname.split('/');
  if (asked.length === 0) return;
  const slug = decodeURIComponent(encoded);
  setWorkspaceSlug(slug);
  const queries: Promise<unknown>[] = [
    queryClient.prefetchQuery(deskQuery(slug)),
    queryClient.prefetchQuery(countsQuery(slug)),
    queryClient.prefetchQuery(sessionQuery),
  ];
  if (asked.some(address => address.includes('/tickets?'))) {
    const query =
      page === 'folders' ? listQuery('inbox', plainSearch, id) : listQuery(page as View, plainSearch);
    queries.push(queryClient.prefetchInfiniteQuery(firstPageQuery(slug, query)));
  } else if (page === 'tickets' && asked.length > 3) queries.push(prefetchTicket(queryClient, slug, id));
  await Promise.race([Promise.all(queries), new Promise(resolve => setTimeout(resolve, patienceMs))]);
}
