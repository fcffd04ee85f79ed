import { maxFileBytes, maxMessageBytes } from '../../contract/fields.ts';

export interface Refused {
  name: string;
  /** A key of the catalogue: why the file was not taken. */
  reason: 'composer.file.too-large' | 'composer.file.too-large-together' | 'composer.file.empty';
}

/** 8, said on the screen as the limit of one file in megabytes (LUM-21). */
export const maxFileMegabytes = maxFileBytes / 1024 / 1024;
export const maxMessageMegabytes = maxMessageBytes / 1024 / 1024;

/**
 * Sorts chosen files into those to upload and those refused before a byte is sent (LUM-21, D-07).
 * Takes the files and how many bytes the message already carries.
 */
export function judgeFiles<F extends { name: string; size: number }>(
  files: readonly F[],
  carriedBytes: number,
): { accepted: F[]; refused: Refused[] } {
  const accepted: F[] = [];
  const refused: Refused[] = [];
  let total = carriedBytes;
  for (const file of files) {
    const reason = reasonAgainst(file.size, total);
    if (reason) refused.push({ name: file.name, reason });
    else {
      accepted.push(file);
      total += file.size;
    }
  }
  return { accepted, refused };
}

function reasonAgainst(size: number, total: number): Refused['reason'] | undefined {
  if (size === 0) return 'composer.file.empty';
  if (size > maxFileBytes) return 'composer.file.too-large';
  if (total + size > maxMessageBytes) return 'composer.file.too-large-together';
  return undefined;
}
