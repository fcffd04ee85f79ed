// What is known of a mail before anybody parses it: enough to recognise it, cheap and linear whatever the bytes.
import { createHash } from 'node:crypto';

/** Headers that no relay changes on the way. */
const identifying = ['from', 'to', 'date', 'subject', 'message-id'];
const longestHead = 256 * 1024;
const longestMessageId = 500;

export interface RawContent {
  messageId: string;
  contentHash: Buffer;
}

/** Where the header block ends: the offset of the first byte of the body, or the length where there is no body. */
export function endOfHead(raw: Buffer): number {
  const unix = raw.indexOf('\n\n');
  const dos = raw.indexOf('\n\r\n');
  if (unix < 0 && dos < 0) return raw.length;
  return dos >= 0 && (unix < 0 || dos < unix) ? dos + 3 : unix + 2;
}

/** The first header of each name in a raw mail, unfolded, keyed by lower-case name; bytes read as latin1. */
export function rawHeaders(raw: Buffer): Map<string, string> {
  const head = raw.toString('latin1', 0, Math.min(endOfHead(raw), longestHead));
  const headers = new Map<string, string>();
  let name: string | null = null;
  for (const line of head.split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) {
      if (name !== null) headers.set(name, `${headers.get(name)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    name = key !== '' && !headers.has(key) ? key : null;
    if (name !== null) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/**
 * The Message-ID and a hash over the body and the headers From, To, Date, Subject and Message-ID. Without a Message-ID the
 * hash is over every byte: a sender that tries again sends the same ones, and what differs in anything may be another
 * mail. Else trace headers and the form of line ends do not count, since they differ by the path of the same mail.
 */
export function contentOf(raw: Buffer): RawContent {
  const headers = rawHeaders(raw);
  const messageId = storableId(headers.get('message-id') ?? '');
  const hash = createHash('sha256');
  if (!messageId) return { messageId, contentHash: hash.update(raw).digest() };
  for (const name of identifying) hash.update(`${name}:${headers.get(name) ?? ''}\n`, 'latin1');
  hash.update(evenLineEnds(raw.subarray(endOfHead(raw))));
  return { messageId, contentHash: hash.digest() };
}

/** Without CR before LF, and without blank lines at the end. */
function evenLineEnds(body: Buffer): Buffer {
  const even = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!;
    if (byte !== 0x0d || body[at + 1] !== 0x0a) even[length++] = byte;
  }
  while (length > 0 && even[length - 1] === 0x0a) length--;
  return even.subarray(0, length);
}

/** A text that PostgreSQL takes and an index can hold. */
function storableId(header: string): string {
  const id = storableText(/<[^<>\s]+>/.exec(header)?.[0] ?? header);
  if (id.length <= longestMessageId) return id;
  return `sha256:${createHash('sha256').update(id).digest('hex')}`;
}

/** Without control characters, which PostgreSQL or a log would not take. */
export function storableText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return text.replace(/[\u0000-\u001f\u007f]/g, '').trim();
}
