import { type RefObject, useEffect, useRef } from 'react';
import { useT } from '../data/language.ts';
import { useShortcut } from '../ui/shortcut.ts';
import type { Row } from './list-pages.ts';

/** `j` and `k` move through the rows and take the focus along, so that Enter opens the row in hand. */
export function useListKeys(
  rows: readonly Row[],
  currentId: string | null,
  setCurrentId: (id: string) => void,
  scrollTo: (index: number) => void,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  const t = useT();
  const wanted = useRef<string | null>(null);

  function move(step: 1 | -1): void {
    const at = rows.findIndex(row => row.id === currentId);
    const index = at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step));
    const row = rows[index];
    if (!row) return;
    wanted.current = row.id;
    scrollTo(index);
    if (row.id === currentId) focusWanted();
    else setCurrentId(row.id);
  }

  function focusWanted(): void {
    const id = wanted.current;
    const link = id && scroller.current?.querySelector<HTMLElement>(`[data-row="${id}"] a`);
    if (!link) return;
    link.focus({ preventScroll: true });
    wanted.current = null;
  }

  // The row may only be drawn after the scroll, so each drawing looks for it once more.
  useEffect(focusWanted);
  useShortcut('j', () => move(1), t('tickets.key.down'), { isInPalette: false });
  // Coming back to a list, the row in hand is shown but has no focus yet.
  useShortcut(
    'Enter',
    () => scroller.current?.querySelector<HTMLElement>(`[data-row="${currentId}"] a`)?.click(),
    t('keys.open'),
    { isEnabled: currentId !== null, isInPalette: false },
  );
  useShortcut('k', () => move(-1), t('tickets.key.up'), { isInPalette: false });
}

/** `Shift+U` marks the row in hand as read or unread (`u` alone undoes). */
export function useReadKey(
  rows: readonly Row[],
  currentId: string | null,
  onRead: (row: Row, isRead: boolean) => void,
): void {
  const t = useT();
  const row = rows.find(one => one.id === currentId);
  useShortcut('shift+U', () => row && onRead(row, row.isUnread), t('lists.key.read'));
}
