import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/**
 * Makes the buttons of a toolbar one stop of the Tab key; arrow keys, Home and End move between them (ARIA practices).
 * Gives the ref and the key handler for the element with role="toolbar".
 */
export function useArrowKeys(): {
  ref: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const tools = () => [...(ref.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];

  function offer(chosen: HTMLButtonElement | undefined): void {
    for (const tool of tools()) tool.tabIndex = tool === chosen ? 0 : -1;
  }

  useEffect(() => {
    const all = tools();
    offer(
      all.find(tool => tool === document.activeElement) ?? all.find(tool => tool.tabIndex === 0) ?? all[0],
    );
  });

  function onKeyDown(event: KeyboardEvent): void {
    const all = tools();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    if (at < 0) return;
    const targets: Record<string, number> = {
      ArrowRight: (at + 1) % all.length,
      ArrowLeft: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const to = targets[event.key];
    if (to === undefined) return;
    event.preventDefault();
    offer(all[to]);
    all[to]?.focus();
  }

  return { ref, onKeyDown };
}
