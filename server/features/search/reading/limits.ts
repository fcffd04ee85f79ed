/** What reading one attached file may cost (S15). Sizes in bytes, times in milliseconds. */
export interface FileLimits {
  fileBytes: number;
  /** Of the text that is kept. */
  characters: number;
  /** Of an archive such as a DOCX. */
  entries: number;
  unpackedBytes: number;
  /** Unpacked to packed. */
  ratio: number;
  pages: number;
  milliseconds: number;
  memoryBytes: number;
}

const MB = 1024 * 1024;

export const fileLimits: Readonly<FileLimits> = {
  fileBytes: 50 * MB,
  characters: 100_000,
  entries: 1_000,
  unpackedBytes: 200 * MB,
  ratio: 100,
  pages: 500,
  milliseconds: 15_000,
  memoryBytes: 384 * MB,
};

/** Why a file has no text to search. */
export const unreadableReasons = [
  'too-big',
  'too-slow',
  'crashed',
  'encrypted',
  'broken',
  'missing',
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

export type FileResult = { text: string } | { unreadable: UnreadableReason };

/** Thrown while reading; becomes the reason why the file is not readable. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(reason);
    this.reason = reason;
  }
}
