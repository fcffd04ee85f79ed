export const fileKinds = ['image', 'pdf', 'text', 'other'] as const;
export type FileKind = (typeof fileKinds)[number];

interface Named {
  name: string;
  type: string;
}

/** What a file is, for people: by its type, or by its name where the type says nothing. */
export function kindOf({ name, type }: Named): FileKind {
  if (type.startsWith('image/')) return 'image';
  if (type === 'application/pdf') return 'pdf';
  if (type.startsWith('text/') || /^application\/(json|xml)$/.test(type)) return 'text';
  if (type !== 'application/octet-stream') return 'other';
  if (/\.pdf$/i.test(name)) return 'pdf';
  return /\.(csv|tsv|txt|log|md|json)$/i.test(name) ? 'text' : 'other';
}

/** How a file can be shown here; null for what can only be downloaded. Nothing of it runs in the app (S14). */
export function previewOf(file: Named & { size: number }): Exclude<FileKind, 'other'> | null {
  const kind = kindOf(file);
  if (kind === 'image') return /^image\/(png|jpeg|gif|webp)$/.test(file.type) ? 'image' : null;
  if (kind === 'pdf') return file.size <= 50 * 1024 * 1024 ? 'pdf' : null;
  return kind === 'text' ? 'text' : null;
}

/** Bytes as text: UTF-8 or UTF-16 where they are it, else as Windows writes Western languages. */
export function decodeText(bytes: Uint8Array, isCut: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // A letter that was cut in two at the end is no sign of another coding.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
