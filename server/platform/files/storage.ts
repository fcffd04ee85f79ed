import type { Readable } from 'node:stream';

export interface Stored {
  key: string;
  size: number;
  sha256: Buffer;
}

/** Thrown by put() when the stream is longer than allowed; nothing is kept then. */
export class TooLarge extends Error {}

/** Where bytes are kept. An object is visible under its key only when all of it is safely stored. */
export interface Storage {
  /** Stores a stream under a new random key. @throws TooLarge above maxBytes */
  put(bytes: Readable, maxBytes: number): Promise<Stored>;
  /** Opens an object. @throws when there is none */
  get(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
}
