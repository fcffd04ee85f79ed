/** Whether the browser can show the file within the text. */
export function isShownInline(file: { type: string }): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(file.type);
}

/**
 * The files of a paste or a drop that stand for themselves. Text copied out of an office program carries a picture of
 * itself; there the text is what was meant, so no file is given back.
 */
export function filesOf(data: DataTransfer | null): File[] {
  if (!data || data.files.length === 0) return [];
  return data.getData('text/plain').trim() === '' ? [...data.files] : [];
}
