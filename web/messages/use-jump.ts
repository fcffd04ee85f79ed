import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Message } from './messages-query.ts';

interface Pages {
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage: () => unknown;
}

/**
 * The message that the address asks for (?message=...), such as from the list of files: `wanted` as long as it stands
 * there, `known` once it is loaded. Earlier messages are fetched until it is among them.
 */
export function useJump(pages: Pages, messages: readonly Message[]): { wanted?: string; known?: string } {
  const { message: wanted }: { message?: string } = useSearch({ strict: false });
  const isLoaded = wanted !== undefined && messages.some(message => message.id === wanted);
  const [known, setKnown] = useState<string>();
  if (isLoaded && known !== wanted) setKnown(wanted);
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const mustGoOn = wanted !== undefined && !isLoaded && messages.length > 0 && hasNextPage && !isFetching;
  useEffect(() => {
    if (mustGoOn) void fetchNextPage();
  }, [mustGoOn, fetchNextPage]);
  return { wanted, known };
}
