// `value; name=value` headers (RFC 2045, RFC 2231), as badly as real mails write them.
import { decodeText } from '../../../platform/charset/index.ts';
import { decodeWords } from './words.ts';

export type Structured = { value: string; params: Record<string, string> };

/** Removes `(comments)` outside of quotes, where one may stand: at the start or after a blank or semicolon. */
function withoutComments(text: string): string {
  let out = '';
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\\') {
      if (depth === 0) out += char + (text[i + 1] ?? '');
      i++;
      continue;
    }
    if (depth === 0 && char === '"') isQuoted = !isQuoted;
    if (!isQuoted && char === '(' && (depth > 0 || /(?:^|[\s;])$/.test(out.slice(-1)) || !out.includes('=')))
      depth++;
    else if (!isQuoted && char === ')' && depth > 0) depth--;
    else if (depth === 0) out += char;
  }
  return depth === 0 ? out : text;
}

/** Cuts at semicolons outside of quotes. */
function pieces(text: string): string[] {
  const out: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\' && isQuoted) i++;
    else if (text[i] === '"') isQuoted = !isQuoted;
    else if (text[i] === ';' && !isQuoted) {
      out.push(text.slice(start, i));
      start = i + 1;
    }
  }
  out.push(text.slice(start));
  return out;
}

function unquote(value: string): string {
  const text = value.trim();
  if (!text.startsWith('"')) return text;
  let out = '';
  for (let i = 1; i < text.length && text[i] !== '"'; i++) {
    if (text[i] === '\\' && i + 1 < text.length) i++;
    out += text[i];
  }
  return out;
}

function percentBytes(value: string): Buffer {
  const bytes: Buffer[] = [];
  let at = 0;
  for (const match of value.matchAll(/%([0-9a-f]{2})/gi)) {
    bytes.push(Buffer.from(value.slice(at, match.index), 'utf8'), Buffer.from(match[1]!, 'hex'));
    at = match.index + 3;
  }
  bytes.push(Buffer.from(value.slice(at), 'utf8'));
  return Buffer.concat(bytes);
}

type Section = { nr: number; isEncoded: boolean; value: string };

/** Joins `name*0*=utf-8''a%20`, `name*1=b` (RFC 2231). */
function joinSections(sections: Section[]): string {
  sections.sort((a, b) => a.nr - b.nr);
  let charset: string | null = null;
  const bytes = sections.map((section, index) => {
    if (!section.isEncoded) return Buffer.from(section.value, 'utf8');
    const head = index === 0 ? /^([^']*)'[^']*'/.exec(section.value) : null;
    if (head) charset = head[1] || null;
    return percentBytes(head ? section.value.slice(head[0].length) : section.value);
  });
  const text = decodeText(Buffer.concat(bytes), charset).text;
  return text.includes('=?') ? decodeWords(text) : text;
}

/** Reads a structured header; the first of two parameters of one name wins. Takes null for an absent header. */
export function readStructured(text: string | null): Structured {
  const [head = '', ...others] = pieces(withoutComments(text ?? ''));
  // `multipart/mixed boundary="b"`: the semicolon is missing.
  const lax = /^([^\s=]+)\s+([\w-]+\s*=.*)$/s.exec(head.trim());
  const [first, rest] = lax ? [lax[1]!, [lax[2]!, ...others]] : [head, others];
  const plain: Record<string, string> = Object.create(null);
  const extended: Record<string, Section[]> = Object.create(null);
  const value = unquote(first).toLowerCase();
  for (const piece of value.includes('=') ? [first, ...rest] : rest) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const content = unquote(piece.slice(equals + 1));
    const star = /^(.+?)\*(?:(\d{1,4})(\*)?)?$/.exec(name);
    if (!star) plain[name] ??= content.includes('=?') ? decodeWords(content) : content;
    else {
      extended[star[1]!] ??= [];
      const isEncoded = star[2] === undefined || star[3] !== undefined;
      extended[star[1]!]!.push({ nr: Number(star[2] ?? 0), isEncoded, value: content });
    }
  }
  for (const [name, sections] of Object.entries(extended)) plain[name] = joinSections(sections);
  return { value: value.includes('=') ? '' : value.replace(/\s+/g, ''), params: plain };
}
