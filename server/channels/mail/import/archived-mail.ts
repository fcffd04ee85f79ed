/** One entry of an archive. */
export interface ArchivedMail {
  /** The mail as bytes; null where the entry is none, or is larger than a mail may be. */
  raw: Buffer | null;
  reason: 'too-large' | 'no-mail' | null;
  /** Bytes of the entry as it is read; of one that is too large, its beginning is in `head`. */
  head: Buffer;
  /** What the archive itself calls the entry: a path, or ''. */
  name: string;
  /** When the archive says that it came; null where it does not say. */
  at: Date | null;
}

/** How much of a mail that is too large is kept to tell which one it is. */
export const headBytes = 16 * 1024;

/** Collects the bytes of one entry up to a limit. */
export function collect(limit: number) {
  const pieces: Buffer[] = [];
  let size = 0;
  let kept = 0;
  return {
    add(piece: Buffer): void {
      size += piece.length;
      const room = (size > limit ? headBytes : limit) - kept;
      if (room <= 0) return;
      const part = piece.length > room ? piece.subarray(0, room) : piece;
      pieces.push(part);
      kept += part.length;
    },
    /** The entry: a mail where it is within the limit. */
    end(name: string, at: Date | null): ArchivedMail {
      const bytes = Buffer.concat(pieces);
      const isTooLarge = size > limit;
      return {
        raw: isTooLarge ? null : bytes,
        reason: isTooLarge ? 'too-large' : null,
        head: bytes.subarray(0, headBytes),
        name,
        at,
      };
    },
    get size(): number {
      return size;
    },
  };
}
