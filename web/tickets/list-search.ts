import { listQuery as querySchema, ticketFilters, type View } from '../../contract/filters.ts';
import type { Call } from '../../contract/route.ts';
import type { routes } from '../../contract/routes/index.ts';
import type { Sort } from './list-pages.ts';

/** Filters of which several values may be chosen, and those that have one. */
export const manyFilters = [
  'status',
  'assignee',
  'folder',
  'tag',
  'team',
  'type',
  'segment',
  'priority',
  'channel',
  'organisation',
] as const;
export const dayFilters = ['receivedFrom', 'receivedTo', 'messageFrom', 'messageTo'] as const;
export const singleFilters = ['age', 'escalated', 'unread', ...dayFilters] as const;
export type ManyFilter = (typeof manyFilters)[number];
export type SingleFilter = (typeof singleFilters)[number];

/** What narrows a view; lives whole in the address, so that it can be shared. */
export type ListSearch = Record<ManyFilter, string[]> &
  Record<SingleFilter, string> & { q: string; sort: Sort };

/** Reads the address's search part; what does not belong there is left out, so that an old link still opens. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const many = manyFilters.map(name => [name, list(search[name]).filter(value => fits(name, [value]))]);
  const single = singleFilters.map(name => {
    const value = String(search[name] ?? '');
    return [name, fits(name, value) ? value : ''];
  });
  return {
    ...(Object.fromEntries([...many, ...single]) as Record<ManyFilter, string[]> &
      Record<SingleFilter, string>),
    q: search.q === undefined || search.q === null ? '' : String(search.q).slice(0, 200),
    sort: search.sort === 'recent' ? 'recent' : 'waiting',
  };
}

/** Nothing narrowed. */
export const plainSearch = readListSearch({});

/** The search part of the address: values joined by commas, what is at its default left out. */
export function writeListSearch(search: ListSearch): Record<string, string | undefined> {
  const many = manyFilters.map(name => [name, search[name].join(',') || undefined]);
  const single = singleFilters.map(name => [name, search[name] || undefined]);
  return {
    ...Object.fromEntries([...many, ...single]),
    q: search.q || undefined,
    sort: search.sort === 'recent' ? 'recent' : undefined,
  };
}

/** Whether anything narrows the view (the order does not). */
export function isNarrowed(search: ListSearch): boolean {
  return search.q.trim() !== '' || filterCount(search) > 0;
}

/** How many values are chosen, the text not counted. */
export function filterCount(search: ListSearch): number {
  const many = manyFilters.reduce((sum, name) => sum + search[name].length, 0);
  return many + singleFilters.filter(name => search[name] !== '').length;
}

export type ListQuery = Call<typeof routes.tickets.list>['query'];

/** The query for the server. `folderId` is the folder whose page this is. */
export function listQuery(view: View, search: ListSearch, folderId?: string): ListQuery & { sort: Sort } {
  const filters = Object.fromEntries(
    Object.entries(writeListSearch({ ...search, q: '' })).filter(([, value]) => value !== undefined),
  );
  const many = manyFilters.flatMap(name => (search[name].length > 0 ? [[name, search[name]]] : []));
  const q = search.q.trim() || undefined;
  return {
    ...filters,
    ...Object.fromEntries(many),
    ...(folderId ? { folder: [folderId] } : {}),
    view,
    q,
    // What was found is shown newest first, as the server does it.
    sort: q ? 'recent' : search.sort,
  };
}

/** The filters of a view as a query to be saved; a folder's page becomes a filter by folder. */
export function queryToSave(view: View, search: ListSearch, folderId?: string) {
  return querySchema.parse({ ...listQuery(view, search, folderId), sort: search.sort });
}

/** Whether two searches show the same list. */
export function isSameSearch(one: ListSearch, other: ListSearch): boolean {
  return JSON.stringify(writeListSearch(one)) === JSON.stringify(writeListSearch(other));
}

function fits(name: ManyFilter | SingleFilter, value: unknown): boolean {
  return value !== '' && ticketFilters[name].safeParse(value).success;
}

function list(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}
