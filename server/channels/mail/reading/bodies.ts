// Which parts of a mail are its text, its HTML and its files (in the spirit of RFC 8621, 4.1.4).
import { createHash } from 'node:crypto';
import { decodeText } from '../../../platform/charset/index.ts';
import { field, readFields, textField } from './header-fields.ts';
import { isDeeperThan } from './html-depth.ts';
import { htmlToText } from './html-text.ts';
import { holdTo, type ReadLimits } from './limits.ts';
import type { Notice, ReadAttachment } from './mail.ts';
import type { Part } from './mime-tree.ts';
import { decodeTransfer } from './transfer.ts';
import { decodeWords } from './words.ts';

export type Bodies = { text: string; html: string | null; attachments: ReadAttachment[] };

/** One stretch of the body: the same words as text, as HTML or both. */
type Stretch = { text: string | null; html: string | null };

type Collected = { stretches: Stretch[]; files: Part[] };

/** The decoded bytes of a leaf. */
export function partBytes(part: Part): Buffer {
  return decodeTransfer(part.body, part.encoding);
}

function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open = false;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    const isQuote = line.startsWith('>');
    const plain = line.startsWith(' ') ? line.slice(1) : line;
    if (open && !isQuote) out[out.length - 1] += plain;
    else out.push(plain);
    open = plain.endsWith(' ') && plain !== '-- ' && !isQuote;
    if (open && delSp) out[out.length - 1] = out.at(-1)!.slice(0, -1);
  }
  return out.join('\n');
}

/** The text of a leaf, by its charset (or the one that the HTML itself names). */
export function partText(part: Part, notices: Set<Notice>): string {
  const bytes = partBytes(part);
  let label = part.params.charset ?? null;
  if (!label && part.type === 'text/html') {
    label =
      /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{2,40})/i.exec(
        bytes.toString('latin1', 0, 2048),
      )?.[1] ?? null;
  }
  const { text, repaired } = decodeText(bytes, label);
  if (repaired) notices.add('charset-repaired');
  if (part.params.format?.toLowerCase() === 'flowed')
    return unflow(text, /^yes$/i.test(part.params.delsp ?? ''));
  return text;
}

function fileName(part: Part): string {
  const named = part.disposition.params.filename ?? part.params.name ?? '';
  return decodeWords(named).replace(/\s+/g, ' ').trim();
}

function isBody(part: Part, isFirst: boolean): boolean {
  if (part.disposition.value === 'attachment') return false;
  if (part.type !== 'text/plain' && part.type !== 'text/html') return false;
  // A named text is a file, unless the program shows it (inline) or it is the first thing in the mail.
  const isFile = fileName(part) !== '';
  return !isFile || isFirst || part.within === 'multipart/alternative';
}

function collect(part: Part, into: Collected, alternative: Stretch | null, notices: Set<Notice>): void {
  if (part.children.length === 0) {
    if (!isBody(part, into.stretches.length + into.files.length === 0)) {
      into.files.push(part);
      return;
    }
    const text = partText(part, notices);
    const kind = part.type === 'text/html' ? 'html' : 'text';
    if (alternative && alternative[kind] === null) alternative[kind] = text;
    else if (alternative) alternative[kind] += `\n${text}`;
    else into.stretches.push({ text: null, html: null, [kind]: text });
    return;
  }
  let inner = alternative;
  if (part.type === 'multipart/alternative' && !alternative) {
    inner = { text: null, html: null };
    into.stretches.push(inner);
  }
  for (const child of part.children) collect(child, into, inner, notices);
}

const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A name that is safe to show and to save: no folders, no controls, no direction tricks. */
function safeName(name: string): string {
  return name
    .replace(CONTROL, '')
    .replace(/^.*[\\/]/, '')
    .slice(-200)
    .trim();
}

const EXTENSIONS: Record<string, string> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'application/pkcs7-mime': '.p7m',
  'application/x-pkcs7-mime': '.p7m',
  'application/pgp-encrypted': '.asc',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
  'application/ms-tnef': '.dat',
};

function inventName(part: Part, content: Buffer, index: number): string {
  if (part.type === 'message/rfc822') {
    const { fields } = readFields(content.subarray(0, 16 * 1024));
    const subject = safeName(
      (textField(fields, 'subject') ?? '').replace(/[\\/:*?"<>|]+/g, ' ').slice(0, 80),
    );
    if (subject !== '') return `${subject}.eml`;
  }
  return `attachment-${index}${EXTENSIONS[part.type] ?? ''}`;
}

function asAttachment(part: Part, index: number, html: string): ReadAttachment {
  const content = partBytes(part);
  const contentId = (field(part.fields, 'content-id') ?? '').trim().replace(/^<|>$/g, '') || null;
  const isLinked = contentId !== null && html.includes(`cid:${contentId}`);
  return {
    name: safeName(fileName(part)) || inventName(part, content, index),
    type: part.type,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    contentId,
    isInline: isLinked || (part.disposition.value === 'inline' && contentId !== null),
    content,
  };
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML that looks the same. */
export function textToHtml(text: string): string {
  return `<div style="white-space:pre-wrap">${text.replace(/[&<>"]/g, char => ESCAPES[char]!)}</div>`;
}

/** HTML that is not shown (too long, too deep) is kept as a file, so that nothing of the mail is out of reach. */
function htmlAsFile(html: string): ReadAttachment {
  const content = Buffer.from(html, 'utf8');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const type = 'text/html; charset=utf-8';
  return {
    name: 'message.html',
    type,
    size: content.length,
    sha256,
    contentId: null,
    isInline: false,
    content,
  };
}

/** Why HTML cannot be shown, or null (S10: 1 MB, 1,000 levels). */
function hiddenBecause(html: string, limits: ReadLimits): Notice | null {
  if (Buffer.byteLength(html) > limits.htmlBytes) return 'html-too-large';
  return isDeeperThan(html, limits.htmlDepth) ? 'html-too-deep' : null;
}

/** Sorts a tree into words and files. Throws LimitBreach when there are too many files (S10). */
export function readBodies(root: Part, limits: ReadLimits, notices: Set<Notice>): Bodies {
  const found: Collected = { stretches: [], files: [] };
  collect(root, found, null, notices);
  holdTo(limits.attachments, found.files.length, 'too-many-attachments');
  const hasHtml = found.stretches.some(stretch => stretch.html !== null);
  const html = hasHtml
    ? found.stretches.map(stretch => stretch.html ?? textToHtml(stretch.text ?? '')).join('\n')
    : null;
  const text = found.stretches
    .map(({ text: words, html: markup }) =>
      words?.trim() || markup === null ? (words ?? '') : htmlToText(markup, limits),
    )
    .join('\n');
  const attachments = found.files.map((part, index) => asAttachment(part, index + 1, html ?? ''));
  const hidden = html === null ? null : hiddenBecause(html, limits);
  if (html !== null && hidden !== null) {
    notices.add(hidden);
    attachments.push(htmlAsFile(html));
  }
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '');
  return { text: plain, html: hidden === null ? html : null, attachments };
}
