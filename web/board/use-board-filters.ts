import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type ListSearch, readListSearch, writeListSearch } from '../tickets/list-search.ts';

/** The list's filters in the address of a board, and the function that changes some; the way back stays there. */
export function useBoardFilters(): [ListSearch, (change: Partial<ListSearch>) => void] {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const text = JSON.stringify(raw);
  const search = useMemo(() => readListSearch(JSON.parse(text) as Record<string, unknown>), [text]);
  const navigate = useNavigate();
  const change = useCallback(
    (part: Partial<ListSearch>) => {
      const { from } = JSON.parse(text) as { from?: string };
      const next = { ...writeListSearch({ ...search, ...part }), from };
      void navigate({ to: '.', search: () => next, replace: true });
    },
    [navigate, search, text],
  );
  return [search, change];
}
