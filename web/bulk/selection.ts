// Which rows of a list are selected. Another list, or another filter, is another selection.
import { createStore } from '../data/store.ts';

export interface Selection {
  /** The list that it belongs to. */
  list: string;
  ids: ReadonlySet<string>;
  /** Everything that matches the list, also what is not loaded. */
  isAll: boolean;
  /** From where a range is drawn. */
  anchor: string | null;
}

const nothing: Selection = { list: '', ids: new Set(), isAll: false, anchor: null };
const store = createStore<Selection>(nothing);

/** The selection of this list as it would be after selecting or leaving out one row. */
export function toggled(before: Selection, id: string, loaded: readonly string[]): Selection {
  const ids = new Set(before.isAll ? loaded : before.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ...before, ids, isAll: false, anchor: id };
}

/** All rows from the anchor to this one, besides what was selected before. */
export function extended(before: Selection, id: string, loaded: readonly string[]): Selection {
  const from = before.anchor === null ? -1 : loaded.indexOf(before.anchor);
  const to = loaded.indexOf(id);
  if (from < 0 || to < 0) return toggled({ ...before, isAll: false }, id, loaded);
  const range = loaded.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...before, ids: new Set([...before.ids, ...range]), isAll: false };
}

function change(list: string, next: (before: Selection) => Selection): void {
  const now = store.get();
  store.set(next(now.list === list ? now : { ...nothing, list }));
}

export const toggle = (list: string, id: string, loaded: readonly string[]) =>
  change(list, before => toggled(before, id, loaded));
export const extend = (list: string, id: string, loaded: readonly string[]) =>
  change(list, before => extended(before, id, loaded));
/** Begins a range at a row without selecting anything yet, unless one has begun. */
export const anchorAt = (list: string, id: string) =>
  change(list, before => ({ ...before, anchor: before.anchor ?? id }));
export const selectAll = (list: string) => change(list, before => ({ ...before, isAll: true }));
export const clearSelection = () => store.set(nothing);

/** The selection of this list. */
export function useSelection(list: string): Selection {
  const now = store.use();
  return now.list === list ? now : nothing;
}

export const isSelected = (selection: Selection, id: string) => selection.isAll || selection.ids.has(id);
export const hasSelection = (selection: Selection) => selection.isAll || selection.ids.size > 0;
