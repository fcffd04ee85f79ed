import { useEffect, useSyncExternalStore } from 'react';
import type { Draft } from './draft.ts';
import { type Place, saverAt } from './drafts/places.ts';
import type { Kept, Saver } from './drafts/saver.ts';

export interface KeptDraft extends Kept, Omit<Saver, 'get' | 'subscribe' | 'look' | 'retry'> {
  /** A new Idempotency-Key: what follows is another message. */
  renewKey: () => void;
  /** Puts a draft back that was thrown away. */
  restore: (draft: Draft) => void;
  /** Files and images of this draft are no longer on the server and were taken out. */
  hasExpired: boolean;
}

/** The draft of a place, kept in this browser and on the server; the component must be remounted for another place. */
export function useDraft(place: Place): KeptDraft {
  const saver = saverAt(place);
  const kept = useSyncExternalStore(saver.subscribe, saver.get);
  useEffect(() => saver.look(), [saver]);
  return {
    ...kept,
    ...saver,
    renewKey: () => saver.change({ key: crypto.randomUUID() }),
    restore: ({ html, files, more, key }) => saver.change({ html, files, more, key }),
    hasExpired: kept.hasLostFiles,
  };
}
