// The tree of parts of a mail (RFC 2046) over the raw bytes: nothing is copied, nothing decoded yet.
import { type Field, field, readFields } from './header-fields.ts';
import { holdTo, type ReadLimits } from './limits.ts';
import type { Notice } from './mail.ts';
import { readStructured, type Structured } from './structured.ts';

export type Part = {
  fields: Field[];
  /** Lower case, `text/plain` where nothing else is said. */
  type: string;
  params: Record<string, string>;
  disposition: Structured;
  /** Declared transfer encoding, lower case. */
  encoding: string;
  /** Encoded body; empty for a multipart. */
  body: Buffer;
  children: Part[];
  /** Type of the multipart that holds this part, '' at the root. */
  within: string;
};

type Delimiter = { start: number; next: number; level: number; isClosing: boolean };
type Scan = {
  raw: Buffer;
  limits: ReadLimits;
  boundaries: Buffer[];
  parts: number;
  notices: Set<Notice>;
};

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

function lineEnd(raw: Buffer, from: number): number {
  const end = raw.indexOf(LF, from);
  return end < 0 ? raw.length : end;
}

/** Whether the line at `start` delimits one of the open multiparts; the innermost wins. */
function delimiterAt(scan: Scan, start: number): Delimiter | null {
  const { raw } = scan;
  if (raw[start] !== DASH || raw[start + 1] !== DASH) return null;
  const end = lineEnd(raw, start);
  let stop = end;
  while (stop > start && (raw[stop - 1] === CR || raw[stop - 1] === 0x20 || raw[stop - 1] === 0x09)) stop--;
  for (let level = scan.boundaries.length - 1; level >= 0; level--) {
    const boundary = scan.boundaries[level]!;
    const after = start + 2 + boundary.length;
    if (after > stop || raw.compare(boundary, 0, boundary.length, start + 2, after) !== 0) continue;
    const isClosing = stop === after + 2 && raw[after] === DASH && raw[after + 1] === DASH;
    if (isClosing || stop === after) return { start, next: Math.min(end + 1, raw.length), level, isClosing };
  }
  return null;
}

const DASHES = Buffer.from('\n--');

function nextDelimiter(scan: Scan, from: number): Delimiter | null {
  if (scan.boundaries.length === 0) return null;
  const atStart = delimiterAt(scan, from);
  if (atStart) return atStart;
  for (let at = scan.raw.indexOf(DASHES, from); at >= 0; at = scan.raw.indexOf(DASHES, at + 1)) {
    const found = delimiterAt(scan, at + 1);
    if (found) return found;
  }
  return null;
}

/** End of the header block and start of the body; a delimiter ends a header block that lacks its blank line. */
function headerBounds(scan: Scan, start: number): { end: number; body: number } {
  const { raw, limits } = scan;
  for (let at = start; at < raw.length; ) {
    holdTo(limits.headerBytes, at - start, 'header-too-big');
    const end = lineEnd(raw, at);
    if (end === at || (end === at + 1 && raw[at] === CR))
      return { end: at, body: Math.min(end + 1, raw.length) };
    if (delimiterAt(scan, at)) return { end: at, body: at };
    at = end + 1;
  }
  holdTo(limits.headerBytes, raw.length - start, 'header-too-big');
  return { end: raw.length, body: raw.length };
}

/** A multipart without a boundary: its first delimiter-like line, followed by a header, tells it. */
function sniffBoundary(raw: Buffer, from: number): string | null {
  const head = raw.toString('latin1', from, from + 4096);
  return /(?:^|\n)--([^\r\n]{1,200}?)[ \t]*\r?\n(?:content-|\r?\n)/i.exec(head)?.[1] ?? null;
}

function makePart(scan: Scan, start: number, end: number, within: string): Part {
  const { fields, isBroken } = readFields(scan.raw.subarray(start, end));
  if (isBroken) scan.notices.add('headers-broken');
  holdTo(scan.limits.headerFields, fields.length, 'too-many-headers');
  const content = readStructured(field(fields, 'content-type'));
  const known = /^[\w.+-]+\/[\w.+-]+$/.test(content.value) ? content.value : '';
  return {
    fields,
    type: known || (within === 'multipart/digest' ? 'message/rfc822' : looseType(content.value)),
    params: content.params,
    disposition: readStructured(field(fields, 'content-disposition')),
    encoding: readStructured(field(fields, 'content-transfer-encoding')).value,
    body: scan.raw.subarray(end, end),
    children: [],
    within,
  };
}

function looseType(value: string): string {
  if (value.startsWith('multipart')) return 'multipart/mixed';
  return value.startsWith('html') || value === 'text/html:' ? 'text/html' : 'text/plain';
}

function bodyEnd(raw: Buffer, from: number, delimiter: Delimiter | null): number {
  if (!delimiter) return raw.length;
  let end = delimiter.start;
  if (end > from && raw[end - 1] === LF) end--;
  if (end > from && raw[end - 1] === CR) end--;
  return end;
}

/** Reads children until a delimiter of an outer multipart, which it gives back, or the end. */
function readChildren(scan: Scan, part: Part, body: number, depth: number): Delimiter | null {
  const level = scan.boundaries.length - 1;
  let found = nextDelimiter(scan, body);
  while (found && found.level === level && !found.isClosing) {
    found = readPart(scan, found.next, part, depth + 1);
  }
  const closing = found?.level === level ? found : null;
  scan.boundaries.pop();
  return closing ? nextDelimiter(scan, closing.next) : found;
}

function readPart(
  scan: Scan,
  start: number,
  parent: Pick<Part, 'type' | 'children'>,
  depth: number,
): Delimiter | null {
  holdTo(scan.limits.depth, depth, 'too-deep');
  holdTo(scan.limits.parts, ++scan.parts, 'too-many-parts');
  const { end, body } = headerBounds(scan, start);
  const part = makePart(scan, start, end, parent.type);
  parent.children.push(part);
  if (part.type.startsWith('multipart/')) {
    const declared = part.params.boundary?.trimEnd();
    const boundary = declared || sniffBoundary(scan.raw, body);
    if (!declared) scan.notices.add('boundary-missing');
    if (boundary) {
      scan.boundaries.push(Buffer.from(boundary, 'utf8'));
      const outer = readChildren(scan, part, body, depth);
      if (part.children.length > 0) return outer;
    }
    // Not one delimiter: the words in it are still words.
    scan.notices.add('boundary-missing');
    part.type = 'text/plain';
  }
  const delimiter = nextDelimiter(scan, body);
  part.body = scan.raw.subarray(body, bodyEnd(scan.raw, body, delimiter));
  return delimiter;
}

/** Reads the tree of parts. Throws LimitBreach (S10); a broken mail gives the best tree there is. */
export function readTree(raw: Buffer, limits: ReadLimits, notices: Set<Notice>): Part {
  const scan: Scan = { raw, limits, boundaries: [], parts: 0, notices };
  let start = 0;
  while (raw[start] === LF || raw[start] === CR) start++;
  const top: Part[] = [];
  readPart(scan, start, { type: '', children: top }, 0);
  return top[0]!;
}
