import { useCallback, useRef, useState } from 'react';
import { type Draft, emptyDraft, readDraft, saveDraft, withoutExpired } from './draft.ts';

export interface KeptDraft {
  draft: Draft;
  /** Changes a part and saves at once; a function gets the draft as it is now. */
  change: (part: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;
  /** Forgets what was written: it was sent, or thrown away. */
  clear: () => void;
  /** A new Idempotency-Key: what follows is another message. */
  renewKey: () => void;
  /** Puts a draft back that was thrown away. */
  restore: (draft: Draft) => void;
  /** Files and images of this draft are no longer on the server and were taken out. */
  hasExpired: boolean;
  /** False when the browser keeps nothing (private window, full disk): the screen says so. */
  isKept: boolean;
}

/** The draft kept in this browser under a key of draftKey(); the component must be remounted for another key. */
export function useDraft(key: string): KeptDraft {
  const [{ draft: found, hasExpired }] = useState(() =>
    withoutExpired(readDraft(localStorage, key), Date.now()),
  );
  const [draft, setDraft] = useState<Draft>(found);
  const [isKept, setIsKept] = useState(true);
  const latest = useRef(draft);

  const put = useCallback(
    (next: Draft) => {
      latest.current = next;
      setIsKept(saveDraft(localStorage, key, next));
      setDraft(next);
    },
    [key],
  );
  const change = useCallback<KeptDraft['change']>(
    part => {
      const changes = typeof part === 'function' ? part(latest.current) : part;
      put({ ...latest.current, ...changes, savedAt: Date.now() });
    },
    [put],
  );
  const clear = useCallback(() => put(emptyDraft()), [put]);
  const renewKey = useCallback(() => change({ key: crypto.randomUUID() }), [change]);
  return { draft, change, clear, renewKey, restore: put, hasExpired, isKept };
}
