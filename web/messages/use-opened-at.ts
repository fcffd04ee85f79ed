import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/**
 * Opens the conversation at a message and holds it there while mails above still find their height, until the reader
 * moves. Later, someone who reads at the end stays at the end. Takes the scroller, its content and the message's id;
 * says whether the end is in sight, and gives the function that goes there. Each time `jumpId` becomes that message, it
 * is gone to again.
 */
export function useOpenedAt(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  messageId: string | undefined,
  jumpId?: string,
): { isAtEnd: boolean; goToEnd: () => void } {
  const isHeld = useRef(true);
  const jumpedTo = useRef(jumpId);
  const staysAtEnd = useRef(false);
  const [isAtEnd, setIsAtEnd] = useState(true);

  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (!box || !inner || !messageId) return;
    if (jumpId && jumpId === messageId && jumpedTo.current !== jumpId) {
      isHeld.current = true;
      staysAtEnd.current = false;
    }
    if (!jumpId || jumpId === messageId) jumpedTo.current = jumpId;

    function place(): void {
      if (!box) return;
      const target = box.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
      if (isHeld.current && target) {
        const offset = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
        box.scrollTop += offset - 12;
      } else if (staysAtEnd.current) box.scrollTop = box.scrollHeight;
      look();
    }
    function release(): void {
      isHeld.current = false;
    }
    function look(): void {
      if (box) setIsAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < 40);
    }
    function onScroll(): void {
      look();
      if (box) staysAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    }

    place();
    onScroll();
    const watch = new ResizeObserver(place);
    watch.observe(inner);
    watch.observe(box);
    const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    for (const move of moves) box.addEventListener(move, release, { passive: true });
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      watch.disconnect();
      for (const move of moves) box.removeEventListener(move, release);
      box.removeEventListener('scroll', onScroll);
    };
  }, [scroller, content, messageId, jumpId]);

  const goToEnd = useCallback(() => {
    isHeld.current = false;
    staysAtEnd.current = true;
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [scroller]);
  return { isAtEnd, goToEnd };
}
