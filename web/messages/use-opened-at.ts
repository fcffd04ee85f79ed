import { type RefObject, useEffect, useRef } from 'react';

/**
 * Opens the conversation at a message and holds it there while mails above still find their height, until the reader
 * moves. Later, someone who reads at the end stays at the end. Takes the scroller, its content and the message's id.
 */
export function useOpenedAt(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  messageId: string | undefined,
): void {
  const isHeld = useRef(true);
  const isAtEnd = useRef(false);

  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (!box || !inner || !messageId) return;

    function place(): void {
      if (!box) return;
      const target = box.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
      if (isHeld.current && target) {
        box.scrollTop =
          target.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - 12;
      } else if (isAtEnd.current) box.scrollTop = box.scrollHeight;
    }
    function release(): void {
      isHeld.current = false;
    }
    function note(): void {
      if (box) isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    }

    place();
    note();
    const watch = new ResizeObserver(place);
    watch.observe(inner);
    watch.observe(box);
    const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    for (const move of moves) box.addEventListener(move, release, { passive: true });
    box.addEventListener('scroll', note, { passive: true });
    return () => {
      watch.disconnect();
      for (const move of moves) box.removeEventListener(move, release);
      box.removeEventListener('scroll', note);
    };
  }, [scroller, content, messageId]);
}
