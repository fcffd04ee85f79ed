// The drafts of this tab: one saver for each place, kept while there is something to save.
import { routes } from '../../../contract/routes/index.ts';
import { ApiError, call } from '../../data/call.ts';
import { onBack, onDraftNews } from '../../data/draft-news.ts';
import { myId } from '../../data/me.ts';
import { queryClient } from '../../data/query-client.ts';
import {
  contentOf,
  type Draft,
  draftKey,
  fromServer,
  type Mode,
  readDraft,
  type ServersDraft,
} from '../draft.ts';
import { draftsQuery, loadDrafts } from './drafts-query.ts';
import { openSaver, type Remote, type Saver } from './saver.ts';

/** This tab, so that it knows its own words when the server tells of them. */
export const tab = crypto.randomUUID();

export interface Place {
  slug: string;
  /** The ticket's number, 'new' for a new one. */
  number: string;
  ticketId: string | null;
  mode: Mode | 'new';
}

const savers = new Map<string, { place: Place; saver: Saver }>();

/** The saver of a place; the same one as long as this page is loaded. */
export function saverAt(place: Place): Saver {
  const key = draftKey(place.slug, place.number, place.mode);
  const known = savers.get(key);
  if (known) {
    known.place.ticketId ??= place.ticketId;
    return known.saver;
  }
  const saver = openSaver({ shelf: localStorage, key, tab, remote: remoteOf(place), fromServer });
  savers.set(key, { place: { ...place }, saver });
  return saver;
}

function remoteOf({ slug, number, mode }: Place): Remote {
  const query = draftsQuery(slug, number);
  const author = myId();
  // Somebody else has signed in at this page: what waits here is not theirs to save.
  const refuseOthers = () => {
    if (myId() !== author) throw new ApiError(401, 'signed-out');
  };
  const tellCache = (saved: ServersDraft) => {
    queryClient.setQueryData(query.queryKey, now => {
      const others = now?.mine.filter(one => one.mode !== saved.mode) ?? [];
      return now && { ...now, mine: [...others, saved] };
    });
    void queryClient.invalidateQueries({ queryKey: ['drafts', slug] });
    return saved;
  };
  return {
    async load() {
      refuseOthers();
      const found = await loadDrafts(number);
      queryClient.setQueryData(query.queryKey, found);
      return found.mine.find(one => one.mode === mode) ?? null;
    },
    async save(draft: Draft, base, keepsEarlier) {
      refuseOthers();
      const body = { content: contentOf(draft), base, tab, keepsEarlier };
      return tellCache(
        mode === 'new'
          ? await call(routes.drafts.saveOfNewTicket, { body })
          : await call(routes.drafts.saveOnTicket, { params: { ticket: number }, body: { ...body, mode } }),
      );
    },
    async discard(id, base) {
      refuseOthers();
      await call(routes.drafts.discard, { params: { id }, query: { base, tab } });
      void queryClient.invalidateQueries({ queryKey: ['drafts', slug] });
    },
  };
}

onDraftNews(news => {
  for (const { place, saver } of savers.values()) {
    const isHere = place.ticketId === news.ticketId && place.mode === news.mode;
    if (isHere && news.agentId === myId() && news.tab !== tab) saver.look();
  }
});
onBack(() => {
  for (const { saver } of savers.values()) saver.retry();
});
// Who turns to another window or closes this one has saved before.
if (typeof document !== 'undefined')
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') for (const { saver } of savers.values()) saver.retry();
  });

/** Goes on with what was written here without a connection and never reached the server. Takes the workspace's slug. */
export function saveWhatIsLeft(slug: string): void {
  const prefix = draftKey(slug, '', 'new').replace(/\.new$/, '');
  for (const key of Object.keys(localStorage)) {
    const [number, mode] = key.startsWith(prefix) ? key.slice(prefix.length).split('.') : [];
    if (!number || (mode !== 'reply' && mode !== 'note' && mode !== 'side' && mode !== 'new')) continue;
    if (!readDraft(localStorage, key).isSaved) saverAt({ slug, number, ticketId: null, mode }).look();
  }
}
