import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';
import type { Message } from './messages-query.ts';

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/**
 * The message that the address names (#message-ID), brought into view; earlier pages are asked for until it is there.
 * Says which one it is once it stands in the conversation, and whether it is still looked for.
 */
export function useLinkedMessage(
  scroller: RefObject<HTMLElement | null>,
  messages: readonly Message[],
  pages: Pages,
): { linkedId: string | undefined; isLookedFor: boolean } {
  const hash = useLocation({ select: location => location.hash });
  const wanted = /^message-([0-9a-f-]{36})$/.exec(hash)?.[1];
  const isThere = messages.some(message => message.id === wanted);
  const isLookedFor = wanted !== undefined && !isThere && messages.length > 0 && pages.hasNextPage;

  useEffect(() => {
    if (isLookedFor && !pages.isFetchingNextPage) void pages.fetchNextPage();
  }, [isLookedFor, pages.isFetchingNextPage, pages.fetchNextPage]);
  useEffect(() => {
    if (!wanted || !isThere) return;
    scroller.current
      ?.querySelector(`[data-message="${wanted}"]`)
      ?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [wanted, isThere, scroller]);

  return { linkedId: isThere ? wanted : undefined, isLookedFor };
}
