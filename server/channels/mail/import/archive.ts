import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ArchivedMail } from './archived-mail.ts';
import { weigh } from './density.ts';
import { looksLikeMbox, readMbox } from './mbox.ts';
import { looksLikeZip, readZip } from './zip.ts';

/** Thrown for bytes that are no archive of mail that can be read. */
export class UnknownArchive extends Error {}

const startBytes = 512;

/**
 * The mails of an archive: an mbox, the same packed with gzip, or a zip file with a Maildir or `.eml` files. What it is
 * is told by its first bytes. Takes its bytes and how large a mail may be, in bytes.
 * @throws UnknownArchive, TooDense, an Error when it is damaged
 */
export async function* readArchive(
  bytes: AsyncIterable<Buffer>,
  limit: number,
): AsyncGenerator<ArchivedMail> {
  const { start, all } = await startOf(bytes);
  if (looksLikeZip(start)) return yield* readZip(all, limit);
  if (start.length > 2 && start.readUInt16BE(0) === 0x1f8b) {
    const unpacked = await startOf(unpack(all));
    if (looksLikeMbox(unpacked.start)) return yield* readMbox(unpacked.all, limit);
    throw new UnknownArchive();
  }
  if (looksLikeMbox(start)) return yield* readMbox(all, limit);
  throw new UnknownArchive();
}

/** @throws TooDense while it is read */
async function* unpack(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const weight = weigh();
  async function* weighed(): AsyncGenerator<Buffer> {
    for await (const piece of bytes) {
      weight.packed(piece.length);
      yield piece;
    }
  }
  // An error of either end reaches whoever reads the result.
  const pieces = pipeline(weighed, createGunzip(), () => {}) as unknown as Readable;
  for await (const piece of pieces) {
    weight.unpacked(piece.length);
    yield piece;
  }
}

/** The first bytes of a stream, and the whole of it again. */
async function startOf(bytes: AsyncIterable<Buffer>): Promise<{ start: Buffer; all: AsyncIterable<Buffer> }> {
  const reader = bytes[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let length = 0;
  while (length < startBytes) {
    const next = await reader.next();
    if (next.done) break;
    seen.push(next.value);
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* seen;
    for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
  }
  return { start: Buffer.concat(seen).subarray(0, startBytes), all: all() };
}
