import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { isSameSearch, type ListSearch, readListSearch, writeListSearch } from './list-search.ts';

export interface ListFilters {
  search: ListSearch;
  change: (part: Partial<ListSearch>) => void;
  /** A saved view is shown otherwise than it was saved. */
  isChanged: boolean;
  /** Back to what was saved. */
  reset: () => void;
}

/**
 * The filters in the address, and the function that changes some of them there. A saved view (`saved`) has filters of
 * its own as long as the address has none; then `own` stands there, since all of them may have been taken off.
 */
export function useListFilters(saved?: ListSearch): ListFilters {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const text = JSON.stringify(raw);
  const isChanged = saved !== undefined && raw.own !== undefined;
  const search = useMemo(
    () => (saved && !isChanged ? saved : readListSearch(JSON.parse(text) as Record<string, unknown>)),
    [saved, isChanged, text],
  );
  const navigate = useNavigate();
  const go = useCallback(
    (next: Record<string, string | undefined>) =>
      void navigate({ to: '.', search: () => next as never, replace: true }),
    [navigate],
  );
  const change = useCallback(
    (part: Partial<ListSearch>) => {
      const next = { ...search, ...part };
      if (!saved) return go(writeListSearch(next));
      go(isSameSearch(next, saved) ? {} : { ...writeListSearch(next), own: '1' });
    },
    [go, search, saved],
  );
  const reset = useCallback(() => go({}), [go]);
  return { search, change, isChanged, reset };
}
