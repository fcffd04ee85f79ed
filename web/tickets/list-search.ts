import { statuses } from '../../contract/fields.ts';
import type { View } from '../../contract/routes/tickets.ts';
import type { Sort } from './list-pages.ts';

/** What narrows a view; lives whole in the address, so that it can be shared. */
export interface ListSearch {
  status: string[];
  folder: string[];
  assignee: string[];
  tag: string[];
  q: string;
  sort: Sort;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads the address's search part; what does not belong there is left out, so that an old link still opens. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  return {
    status: list(search.status).filter(one => (statuses as readonly string[]).includes(one)),
    folder: list(search.folder).filter(one => uuid.test(one)),
    assignee: list(search.assignee).filter(one => one === 'nobody' || uuid.test(one)),
    tag: list(search.tag).filter(one => uuid.test(one)),
    q: search.q === undefined || search.q === null ? '' : String(search.q).slice(0, 200),
    sort: search.sort === 'recent' ? 'recent' : 'waiting',
  };
}

/** The search part of the address: values joined by commas, what is at its default left out. */
export function writeListSearch(search: ListSearch): Record<string, string | undefined> {
  const joined = (values: string[]) => (values.length > 0 ? values.join(',') : undefined);
  return {
    status: joined(search.status),
    folder: joined(search.folder),
    assignee: joined(search.assignee),
    tag: joined(search.tag),
    q: search.q || undefined,
    sort: search.sort === 'recent' ? 'recent' : undefined,
  };
}

/** Whether anything narrows the view (the order does not). */
export function isNarrowed(search: ListSearch): boolean {
  return (
    search.q.trim() !== '' ||
    search.status.length + search.folder.length + search.assignee.length + search.tag.length > 0
  );
}

/** The query for the server. `folderId` is the folder whose page this is. */
export function listQuery(view: View, search: ListSearch, folderId?: string) {
  const some = (values: string[]) => (values.length > 0 ? values : undefined);
  return {
    view,
    status: some(search.status),
    folder: folderId ? [folderId] : some(search.folder),
    assignee: some(search.assignee),
    tag: some(search.tag),
    q: search.q.trim() || undefined,
    // What was found is shown newest first, as the server does it.
    sort: search.q.trim() ? ('recent' as const) : search.sort,
  };
}

function list(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}
