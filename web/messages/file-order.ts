import type { AttachedFile } from './draft.ts';

/**
 * Puts a file that has arrived among those of the draft, in the order in which they were chosen (LUM-20). `places`
 * gives the place of each file chosen since the page was opened; what was there before stands first.
 */
export function inChosenOrder(
  files: readonly AttachedFile[],
  arrived: AttachedFile,
  places: ReadonlyMap<string, number>,
): AttachedFile[] {
  const place = (file: AttachedFile) => places.get(file.id) ?? -1;
  return [...files, arrived].sort((a, b) => place(a) - place(b));
}
