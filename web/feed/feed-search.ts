import { feedKinds } from '../../contract/routes/board.ts';

export type FeedKind = (typeof feedKinds)[number];

/** What narrows the feed, and its order; lives in the address. Folder and team are the list's own words. */
export interface FeedSearch {
  team: string[];
  folder: string[];
  by: string[];
  kinds: FeedKind[];
  order: 'newest' | 'oldest';
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const list = (value: unknown) => (typeof value === 'string' && value !== '' ? value.split(',') : []);
const ids = (value: unknown) => list(value).filter(one => uuid.test(one));

/** Reads the address's search part; what does not belong there is left out. */
export function readFeedSearch(search: Record<string, unknown>): FeedSearch {
  return {
    team: ids(search.team),
    folder: ids(search.folder),
    by: ids(search.by),
    kinds: feedKinds.filter(kind => list(search.kinds).includes(kind)),
    order: search.order === 'oldest' ? 'oldest' : 'newest',
  };
}

/** The search part of the address; what is at its default left out. */
export function writeFeedSearch(search: FeedSearch): Record<keyof FeedSearch, string | undefined> {
  const joined = (values: string[]) => values.join(',') || undefined;
  return {
    team: joined(search.team),
    folder: joined(search.folder),
    by: joined(search.by),
    kinds: joined(search.kinds),
    order: search.order === 'oldest' ? 'oldest' : undefined,
  };
}

/** Whether anything is left out. */
export const isFeedNarrowed = (search: FeedSearch) =>
  search.team.length + search.folder.length + search.by.length + search.kinds.length > 0;

/** The query for the server. */
export function feedQuery(search: FeedSearch) {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  return {
    team: some(search.team),
    folder: some(search.folder),
    agent: some(search.by),
    kinds: some(search.kinds),
  };
}
