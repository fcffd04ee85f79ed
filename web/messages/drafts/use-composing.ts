import { useEffect } from 'react';
import { composingEnds, noteKey } from '../../data/here.ts';
import { isEmptyDraft } from '../draft.ts';
import type { Kept } from './saver.ts';

/** Tells teammates while a reply or a note is being written here (LUM-22). */
export function useComposing(ticketId: string, mode: 'reply' | 'note', { draft, typedAt }: Kept): void {
  const isEmpty = isEmptyDraft(draft);
  useEffect(() => {
    if (isEmpty) composingEnds(ticketId);
    // What was typed before this screen opened is no key of now.
    else if (Date.now() - typedAt < 5_000) noteKey(ticketId, mode);
  }, [ticketId, mode, isEmpty, typedAt]);
  useEffect(() => () => composingEnds(ticketId), [ticketId]);
}
