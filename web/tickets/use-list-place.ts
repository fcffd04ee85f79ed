import { type RefObject, useCallback, useEffect, useState } from 'react';

interface Place {
  offset: number;
  currentId: string | null;
}

const places = new Map<string, Place>();

/** Where this list was left: pixels scrolled and the row that was in hand. */
export function recallPlace(key: string): Place {
  return places.get(key) ?? { offset: 0, currentId: null };
}

/** The row in hand (null before the first key), remembered with the scroll position for when the list is shown again. */
export function useListPlace(
  key: string,
  scroller: RefObject<HTMLDivElement | null>,
): [string | null, (id: string) => void] {
  const [currentId, setId] = useState(recallPlace(key).currentId);
  useEffect(() => {
    const element = scroller.current;
    const keep = () => places.set(key, { ...recallPlace(key), offset: element?.scrollTop ?? 0 });
    element?.addEventListener('scroll', keep, { passive: true });
    return () => element?.removeEventListener('scroll', keep);
  }, [key, scroller]);
  const setCurrentId = useCallback(
    (id: string) => {
      places.set(key, { ...recallPlace(key), currentId: id });
      setId(id);
    },
    [key],
  );
  return [currentId, setCurrentId];
}
