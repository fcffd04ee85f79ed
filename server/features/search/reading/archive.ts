// A DOCX or ODT is a ZIP archive of XML. Only what is asked for is unpacked, and only within limits (S15).
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { type FileLimits, Unreadable } from './limits.ts';

/** Below this size a high ratio says nothing. */
const smallBytes = 64 * 1024;

/** Unpacks the entries whose names are wanted. @throws Unreadable */
export function unpack(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: FileLimits,
): { name: string; content: Uint8Array }[] {
  let entries = 0;
  let unpacked = 0;
  const check = ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    entries++;
    unpacked += originalSize;
    const isBomb = originalSize > smallBytes && originalSize > size * limits.ratio;
    if (entries > limits.entries || unpacked > limits.unpackedBytes || isBomb)
      throw new Unreadable('too-big');
    return isWanted(name);
  };
  try {
    // What an entry says of its size is the room that it gets: one that lies cannot take more.
    const found = unzipSync(bytes, { filter: check });
    return Object.entries(found).map(([name, content]) => ({ name, content }));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken');
  }
}
