// Blocks of printed headers (`From: ... Sent: ... To: ... Subject: ...`) above a quoted or forwarded mail.
import { type HeaderClass, readHeaderLine } from './header-names.ts';
import { EMAIL } from './quote-patterns.ts';

export type HeaderBlock = {
  /** First line of the block and the first line after it. */
  start: number;
  end: number;
  values: Partial<Record<HeaderClass, string>>;
};

const MAX_LINES = 14;

function isBlank(line: string | undefined): boolean {
  return line === undefined || /^[\s>|*]*$/.test(line);
}

/**
 * Reads the block that starts at `start`; null unless it is one beyond doubt: a sender or a date among them, and a mail
 * address, or at least both date and subject.
 */
export function readHeaderBlock(lines: string[], start: number): HeaderBlock | null {
  const line = lines[start] ?? '';
  if (!line.includes(':') && !line.includes('：')) return null;
  const first = readHeaderLine(line);
  if (!first || first.kind === 'other') return null;
  const values: Partial<Record<HeaderClass, string>> = {};
  let last: HeaderClass | null = null;
  let isMail = false;
  let end = start;
  let blanks = 0;
  let folded = 0;
  for (let i = start; i < lines.length && i < start + MAX_LINES; i++) {
    const line = lines[i]!;
    const header = readHeaderLine(line);
    if (header && !(header.kind in values && header.kind !== 'other' && header.kind !== 'to')) {
      // A name alone: its value may stand in the next line.
      values[header.kind] ??= header.value;
      isMail ||= header.isMailWord;
      last = header.kind;
      blanks = 0;
      folded = 0;
    } else if (isBlank(line)) {
      if (++blanks > 2) break;
      continue;
    } else if (last && blanks === 0 && folded < 2 && continues(lines, i, values)) {
      values[last] = `${values[last] ?? ''} ${line.replace(/^[\s>|]+/, '').trim()}`.trim();
      folded++;
    } else break;
    end = i + 1;
  }
  return isCertain(values, isMail) ? { start, end, values } : null;
}

/** A header's value went on in this line: another header follows it, or it is only an address. */
function continues(lines: string[], at: number, values: Partial<Record<HeaderClass, string>>): boolean {
  if (Object.keys(values).length === 0) return false;
  const plain = lines[at]!.trim();
  if (/^<?[^\s]*@[^\s]*[>\]]?$/.test(plain) && plain.length < 200) return true;
  return [1, 2].some(step => {
    const next = readHeaderLine(lines[at + step] ?? '');
    return next !== null && !(next.kind in values) && (step === 1 || !isBlank(lines[at + 1]));
  });
}

function isCertain(values: Partial<Record<HeaderClass, string>>, isMail: boolean): boolean {
  const kinds = (['from', 'date', 'to', 'cc', 'subject'] as const).filter(kind => kind in values);
  if (kinds.length < 2) return false;
  const hasAddress = kinds.some(kind => EMAIL.test((values[kind] ?? '').slice(0, 2000)));
  const { from, date, to, subject } = values;
  const isFull = date !== undefined && subject !== undefined;
  // "From: Paris, To: London, Date: 3 May" is a journey, not a header.
  if (from === undefined) return hasAddress && date !== undefined && (to !== undefined || isFull);
  if (kinds.length >= 3) return hasAddress || isFull || isMail;
  return hasAddress && (date !== undefined || subject !== undefined);
}
