// A Maildir, or single mails, in a zip file. It is unpacked as it is read; nothing of it is written to disk by its names.
import { Unzip, UnzipInflate } from 'fflate';
import { type ArchivedMail, collect } from './archived-mail.ts';
import { weigh } from './density.ts';

const isMail = (name: string) => /(?:^|\/)(?:cur|new)\/[^/]+$|\.eml$/i.test(name);
const isNothing = (name: string) => /(?:^|\/)(?:__MACOSX\/|\.DS_Store$)|\/$/.test(name);

/** Whether bytes are the beginning of a zip file. */
export function looksLikeZip(start: Buffer): boolean {
  return start.length >= 4 && start.readUInt32LE(0) === 0x04034b50;
}

/**
 * The entries of a zip file in their order: files below `cur` or `new`, and `.eml` files, are mails; others are told as
 * none. Takes its bytes and how large a mail may be. @throws TooDense; an Error when it is damaged
 */
export async function* readZip(bytes: AsyncIterable<Buffer>, limit: number): AsyncGenerator<ArchivedMail> {
  const done: ArchivedMail[] = [];
  const weight = weigh();
  let problem: Error | null = null;
  const unzip = new Unzip(file => {
    if (isNothing(file.name)) return;
    if (!isMail(file.name)) return void done.push(noMail(file.name));
    const entry = collect(limit);
    file.ondata = (error, data, isLast) => {
      if (error) {
        problem = error;
        return;
      }
      weight.unpacked(data.length);
      entry.add(Buffer.from(data));
      if (isLast) done.push(entry.end(file.name, timeOf(file.name)));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const piece of bytes) {
    weight.packed(piece.length);
    unzip.push(piece);
    if (problem) throw problem;
    yield* done.splice(0);
  }
  unzip.push(new Uint8Array(), true);
  if (problem) throw problem;
  yield* done.splice(0);
}

function noMail(name: string): ArchivedMail {
  return { raw: null, reason: 'no-mail', head: Buffer.alloc(0), name, at: null };
}

/** The name of a file in a Maildir begins with when it was delivered, in seconds. */
function timeOf(name: string): Date | null {
  const seconds = Number(/(?:^|\/)(\d{9,10})\.[^/]*$/.exec(name)?.[1]);
  return seconds ? new Date(seconds * 1000) : null;
}
