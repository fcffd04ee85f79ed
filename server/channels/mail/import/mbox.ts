// mbox as it is found: a mail begins at a "From " line with a time in it, after an empty line or at the start (RFC 4155).
// "From " at the start of a line of text is written as ">From " (mboxrd), which is undone; where a program forgot to, the
// line is a beginning only when it has the look of one.
import type { ArchivedMail } from './archived-mail.ts';
import { collect } from './archived-mail.ts';

const separator = /^From \S.*\d{1,2}:\d\d/;
const escaped = /^>+From /;
const lineFeed = 0x0a;
const longestSeparator = 500;

/** Whether bytes are the beginning of an mbox. */
export function looksLikeMbox(start: Buffer): boolean {
  return separator.test(start.toString('latin1', 0, longestSeparator).split('\n')[0]!);
}

/** The mails of an mbox, one after another, however large it is. Takes its bytes and how large a mail may be, in bytes. */
export async function* readMbox(bytes: AsyncIterable<Buffer>, limit: number): AsyncGenerator<ArchivedMail> {
  let mail: ReturnType<typeof collect> | null = null;
  let at: Date | null = null;
  // The empty line before a separator belongs to the separator, so one is held back until the next line is known.
  let blank: Buffer | null = null;
  for await (const line of linesOf(bytes)) {
    const isBeginning = line[0] === 0x46 && (blank !== null || !mail) && separator.test(startOf(line));
    if (isBeginning) {
      if (mail) yield mail.end('', at);
      mail = collect(limit);
      at = timeOf(startOf(line));
      blank = null;
      continue;
    }
    if (!mail) continue;
    if (blank) mail.add(blank);
    blank = isBlank(line) ? line : null;
    if (!blank) mail.add(line[0] === 0x3e && escaped.test(startOf(line)) ? line.subarray(1) : line);
  }
  if (mail) yield mail.end('', at);
}

/** Lines with their ends. A line longer than a piece of the stream comes in parts, which changes nothing for the reader. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer | null = null;
  for await (const piece of bytes) {
    const chunk: Buffer = rest ? Buffer.concat([rest, piece]) : piece;
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      yield chunk.subarray(start, end + 1);
      start = end + 1;
    }
    rest = start < chunk.length ? chunk.subarray(start) : null;
    // Without an end in sight it is no line of a mail that anybody wrote; it is let through before it fills the memory.
    if (rest && rest.length > 1024 * 1024) {
      yield rest;
      rest = null;
    }
  }
  if (rest) yield rest;
}

const startOf = (line: Buffer) => line.toString('latin1', 0, longestSeparator);
const isBlank = (line: Buffer) =>
  line.length <= 2 && (line[0] === lineFeed || (line[0] === 0x0d && line[1] === lineFeed));

function timeOf(line: string): Date | null {
  const text = /^From \S+\s+(.*)$/.exec(line.trim())?.[1] ?? '';
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time);
}
