import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type ListSearch, readListSearch, writeListSearch } from './list-search.ts';

/** The filters in the address, and the function that changes some of them there. */
export function useListFilters(): [ListSearch, (change: Partial<ListSearch>) => void] {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const text = JSON.stringify(raw);
  const search = useMemo(() => readListSearch(JSON.parse(text) as Record<string, unknown>), [text]);
  const navigate = useNavigate();
  const change = useCallback(
    (part: Partial<ListSearch>) => {
      const next = writeListSearch({ ...search, ...part });
      void navigate({ to: '.', search: () => next, replace: true });
    },
    [navigate, search],
  );
  return [search, change];
}
