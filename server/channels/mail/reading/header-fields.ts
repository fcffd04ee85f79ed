// The header block of a mail or a part: unfolding, raw 8-bit bytes, damage.
import { decodeText, isUtf8 } from '../../../platform/charset/index.ts';
import { decodeWords } from './words.ts';

/** A header field: `key` in lower case, `value` unfolded, its encoded words not yet decoded. */
export type Field = { key: string; value: string };

const NAME = /^[\x21-\x39\x3b-\x7e]+[ \t]*$/;

/** Splits a header block into fields. A line that is neither field nor continuation is skipped and reported. */
export function readFields(block: Buffer): { fields: Field[]; isBroken: boolean } {
  const isWide = !isUtf8(block);
  const latin = block.toString(isWide ? 'latin1' : 'utf8');
  const raw: string[][] = [];
  for (const line of latin.split('\n')) {
    const plain = line.replace(/\r+$/, '');
    if (/^[ \t]/.test(plain) && raw.length > 0) raw.at(-1)!.push(plain);
    else if (plain !== '') raw.push([plain]);
  }
  const charset = isWide ? (/charset="?([\w-]{2,40})/i.exec(latin)?.[1] ?? null) : null;
  const fields: Field[] = [];
  let isBroken = false;
  for (const parts of raw) {
    const line = parts.join('');
    const colon = line.indexOf(':');
    const name = colon < 0 ? '' : line.slice(0, colon);
    if (!NAME.test(name)) {
      isBroken ||= !/^>?From /.test(line);
      continue;
    }
    const value = line.slice(colon + 1).trim();
    fields.push({
      key: name.trim().toLowerCase(),
      value: isWide ? decodeText(Buffer.from(value, 'latin1'), charset).text : value,
    });
  }
  return { fields, isBroken };
}

/** The first field of that name, as written. */
export function field(fields: Field[], key: string): string | null {
  return fields.find(one => one.key === key)?.value ?? null;
}

/** All fields of that name, as written. */
export function fieldsOf(fields: Field[], key: string): string[] {
  return fields.filter(one => one.key === key).map(one => one.value);
}

/** The first non-empty field of that name as text for people: words decoded, blanks and control characters evened. */
export function textField(fields: Field[], key: string): string | null {
  const value = fieldsOf(fields, key).find(one => one !== '') ?? field(fields, key);
  if (value === null) return null;
  return decodeWords(value)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}
