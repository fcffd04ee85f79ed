import type { RefObject } from 'react';
import { useT } from '../data/language.ts';
import { useShortcut } from '../ui/shortcut.ts';

/** `j` and `k` move the focus through what was found, so that Enter opens it. */
export function useHitKeys(place: RefObject<HTMLElement | null>): void {
  const t = useT();
  function move(step: 1 | -1): void {
    const links = [...(place.current?.querySelectorAll<HTMLElement>('li h3 a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + step))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }
  useShortcut('j', () => move(1), t('tickets.key.down'), { isInPalette: false });
  useShortcut('k', () => move(-1), t('tickets.key.up'), { isInPalette: false });
}
