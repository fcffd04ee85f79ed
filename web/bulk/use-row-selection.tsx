import { type MouseEvent, type ReactNode, useCallback, useMemo, useRef } from 'react';
import { useT } from '../data/language.ts';
import { useShortcut } from '../ui/shortcut.ts';
import { SelectBox } from './select-box.tsx';
import {
  anchorAt,
  clearSelection,
  extend,
  hasSelection,
  selectAll,
  toggle,
  useSelection,
} from './selection.ts';

interface Row {
  id: string;
  number: number;
}

/**
 * Selecting rows of a list: `x` the row in hand, Shift with the arrow keys or a click a range, `mod+a` all that match.
 * `onGo` takes the row in hand one further. Gives what a row needs for its box.
 */
export function useRowSelection(
  list: string,
  rows: readonly Row[],
  currentId: string | null,
  onGo: (id: string, index: number) => void,
) {
  const t = useT();
  const selection = useSelection(list);
  const loaded = useMemo(() => rows.map(row => row.id), [rows]);
  const latest = useRef(loaded);
  latest.current = loaded;
  const isSelecting = hasSelection(selection);

  const onSelect = useCallback(
    (id: string, isRange: boolean) => (isRange ? extend : toggle)(list, id, latest.current),
    [list],
  );
  function go(step: 1 | -1): void {
    if (!currentId) return;
    const index = loaded.indexOf(currentId) + step;
    const next = loaded[index];
    if (!next) return;
    anchorAt(list, currentId);
    extend(list, next, loaded);
    onGo(next, index);
  }
  useShortcut('x', () => currentId && toggle(list, currentId, loaded), t('bulk.key.select'));
  useShortcut('shift+ArrowDown', () => go(1), t('bulk.key.range'));
  useShortcut('shift+ArrowUp', () => go(-1), t('bulk.key.range'));
  useShortcut('mod+a', () => selectAll(list), t('bulk.select-all'), { worksInText: false });
  useShortcut('Escape', clearSelection, t('bulk.clear'), { isEnabled: isSelecting });

  /** A click with Shift held draws the range instead of opening the ticket in a new window. */
  const onRowClick = useCallback(
    (id: string) => (event: MouseEvent) => {
      if (!event.shiftKey || (event.target as HTMLElement).closest('input,label')) return;
      event.preventDefault();
      event.stopPropagation();
      onSelect(id, true);
    },
    [onSelect],
  );
  // The same element for the same row, so that rows are not drawn anew.
  const boxes = useRef(new Map<string, ReactNode>());
  function boxOf({ id, number }: Row): ReactNode {
    const box = boxes.current.get(id) ?? (
      <SelectBox list={list} id={id} number={number} onSelect={onSelect} />
    );
    boxes.current.set(id, box);
    return box;
  }
  return { boxOf, onRowClick };
}
