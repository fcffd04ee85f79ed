import { decodeText } from '../../../platform/charset/index.ts';
import type { FileKind } from './kind.ts';
import { type FileLimits, type FileResult, Unreadable } from './limits.ts';
import { officeText } from './office-text.ts';
import { pdfText } from './pdf-text.ts';

/** The text of a file's bytes, or why there is none. Never throws. */
export async function fileText(bytes: Uint8Array, kind: FileKind, limits: FileLimits): Promise<FileResult> {
  try {
    if (bytes.length > limits.fileBytes) throw new Unreadable('too-big');
    return { text: tidy(await read(bytes, kind, limits), limits.characters) };
  } catch (error) {
    return { unreadable: error instanceof Unreadable ? error.reason : 'broken' };
  }
}

async function read(bytes: Uint8Array, kind: FileKind, limits: FileLimits): Promise<string> {
  if (kind === 'pdf') return pdfText(bytes, limits);
  if (kind === 'text') return decodeText(bytes.subarray(0, 4 * limits.characters), null).text;
  return officeText(bytes, kind, limits);
}

/** Without what a database cannot keep, blanks drawn together. */
function tidy(text: string, most: number): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff\ufffd]/g, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/\s*\n\s*/g, '\n')
      .trim()
      .slice(0, most)
      // Half of a pair of surrogates is no text.
      .replace(/\p{Surrogate}/gu, ' ')
  );
}
