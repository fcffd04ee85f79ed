// Which lines of a mail are the customer's new words, which are history, which a signature.
import { attributionInside, introducesQuote, readAttribution } from './quote-attribution.ts';
import { readHeaderBlock } from './quote-headers.ts';
import { DIVIDER, FORWARD_OPENING, POINTER, REPLY_ABOVE } from './quote-patterns.ts';
import { LINE_CHARS } from './quote-vocabulary.ts';
import { signatureStart } from './signature.ts';

export type LineKind = 'new' | 'quote' | 'signature';

/** `quote`: 0 plain, 1 set apart by HTML as some people do for emphasis, 2 quoted beyond doubt, 3 marked as history. */
export type Line = { text: string; quote: 0 | 1 | 2 | 3 };

const EMPTY: Line = { text: '', quote: 0 };

/** A line of plain text, `>` in front being a quote. */
export function plainLine(text: string): Line {
  if (text === '') return EMPTY;
  return { text, quote: text.startsWith('>') || (text.includes('>') && /^\s{1,3}>/.test(text)) ? 2 : 0 };
}

/** Whether the first character is an ASCII one that prints; most lines need no pattern to be told from blank ones. */
function startsWithWord(text: string): boolean {
  const code = text.charCodeAt(0);
  return code > 0x20 && code < 0x7f;
}

type Work = { lines: Line[]; texts: string[]; blanks: boolean[]; kinds: LineKind[] };

function isBlank(work: Work, at: number): boolean {
  return work.blanks[at] ?? true;
}

function mark(work: Work, from: number, to: number, kind: LineKind): void {
  for (let i = from; i < to; i++) work.kinds[i] = kind;
}

/** A rule such as `____` or `====` belongs to the history under it. */
function withRuleAbove(work: Work, at: number): number {
  let start = at;
  while (start > 0 && isBlank(work, start - 1)) start--;
  const above = work.texts[start - 1] ?? '';
  const isRule = /^[\s>*]*[-_=*—–]{3,}[\s*]*$/.test(above) || /^-{5,}\s?\p{L}{3,20}\s?-{5,}$/u.test(above);
  return isRule && above.length < 200 ? start - 1 : at;
}

/** Whether everything from here on is history, whatever it looks like. */
function opensHistory(work: Work, at: number): boolean {
  const text = work.texts[at]!;
  if (text.length < 4) return false;
  if (
    text.length <= LINE_CHARS &&
    (DIVIDER.test(text) || FORWARD_OPENING.test(text) || REPLY_ABOVE.test(text.trim()))
  )
    return true;
  return readHeaderBlock(work.texts, at) !== null;
}

/** A line that lost its `>` when a program wrapped it: it goes on in the middle of a sentence, a link or a bracket. */
function isWrapped(work: Work, at: number): boolean {
  const before = work.texts[at - 1] ?? '';
  const text = work.texts[at]!;
  if (isBlank(work, at) || (work.lines[at - 1]?.quote ?? 0) < 2) return false;
  if (/^\s*[(<]?https?:\S{1,2000}\s*>?\s*$/.test(text) || /^\s*\(https?:\S{1,2000}\)\s*>/.test(text))
    return true;
  const tail = before.slice(-LINE_CHARS);
  if (tail.lastIndexOf('(http') > tail.lastIndexOf(')') && /^\S{1,500}\)/.test(text)) return true;
  const goesOn = (work.lines[at + 1]?.quote ?? 0) >= 2 && !isBlank(work, at + 1);
  return goesOn && before.length >= 60 && !/[.!?:]\s*$/.test(before) && /^\s*\p{Ll}/u.test(text);
}

/** The first line after the quoted block that holds line `at`. */
function quoteEnd(work: Work, at: number): number {
  const least = Math.min(work.lines[at]!.quote, 2);
  let end = at;
  for (let i = at; i < work.lines.length; i++) {
    if (work.lines[i]!.quote >= least || isWrapped(work, i)) end = i + 1;
    else if (!isBlank(work, i)) break;
  }
  return end;
}

/** Whether words and quotes alternate from here on, as when someone answers point by point. */
function isInterleaved(work: Work, from: number): boolean {
  let hasWords = false;
  for (let i = from; i < work.lines.length; i++) {
    if (work.lines[i]!.quote >= 2) return hasWords;
    if (isBlank(work, i)) continue;
    if (opensHistory(work, i) || readAttribution(work.texts, i) !== null) return false;
    hasWords = true;
  }
  return false;
}

function firstWord(work: Work, from: number): number {
  let at = from;
  while (at < work.lines.length && isBlank(work, at)) at++;
  return at;
}

/** The line after one that introduces the quote right below it, in whatever words; null for any other line. */
function afterIntroduction(work: Work, at: number): number | null {
  if (work.lines[at]!.quote >= 2 || !introducesQuote(work.texts[at]!)) return null;
  const next = firstWord(work, at + 1);
  return (work.lines[next]?.quote ?? 0) >= 2 ? at + 1 : null;
}

/** Marks what attributions and headers introduce. */
function markIntroduced(work: Work): void {
  const { lines } = work;
  for (let i = 0; i < lines.length; i++) {
    if (work.kinds[i] !== 'new' || isBlank(work, i)) continue;
    const isQuotedLine = lines[i]!.quote >= 2;
    // Some programs quote their own "wrote:" line; the first line of a quoted block tells.
    if (isQuotedLine && i > 0 && lines[i - 1]!.quote >= 2) continue;
    if (!isQuotedLine && opensHistory(work, i)) {
      mark(work, withRuleAbove(work, i), lines.length, 'quote');
      return;
    }
    const after = readAttribution(work.texts, i) ?? afterIntroduction(work, i);
    if (after === null) continue;
    const next = isQuotedLine ? i : firstWord(work, after);
    const isQuoted = next < lines.length && lines[next]!.quote > 0;
    const end = isQuoted ? quoteEnd(work, next) : lines.length;
    if (isQuoted && isInterleaved(work, end)) return;
    mark(work, withRuleAbove(work, i), end, 'quote');
    i = end - 1;
  }
}

/** Marks quotes at the very end that nothing introduces. */
function markTrailing(work: Work): void {
  let end = work.lines.length;
  while (end > 0 && (work.kinds[end - 1] !== 'new' || isBlank(work, end - 1))) end--;
  let start = end;
  while (
    start > 0 &&
    (work.lines[start - 1]!.quote >= 2 || isBlank(work, start - 1) || isWrapped(work, start - 1))
  )
    start--;
  if (start < end) mark(work, start, end, 'quote');
}

/** Marks signatures at the end of each stretch of new words: people sign above the history, or under it. */
function markSignatures(work: Work): void {
  for (let end = work.lines.length; end > 0; ) {
    while (end > 0 && work.kinds[end - 1] !== 'new') end--;
    let start = end;
    while (start > 0 && work.kinds[start - 1] === 'new') start--;
    const isOnlySignature = /^(?:--|__)\s*$/.test((work.texts[firstWord(work, start)] ?? '').trim());
    const at = isOnlySignature && start > 0 ? start : signatureStart(work.texts, start, end);
    if (!isOnlySignature || end - start < 16) mark(work, at, end, 'signature');
    end = start;
  }
}

function hasWords(work: Work): boolean {
  return work.lines.some((_, at) => work.kinds[at] === 'new' && !isBlank(work, at));
}

/** Shows a forwarded mail where the words above it say nothing but that it is there. */
function showPointedAt(work: Work): void {
  const at = work.kinds.findIndex((kind, line) => kind === 'quote' && !isBlank(work, line));
  const opening = work.texts[at] ?? '';
  if (at < 0 || opening.length > LINE_CHARS || !FORWARD_OPENING.test(opening)) return;
  const words = work.texts.filter((_, line) => work.kinds[line] === 'new' && !isBlank(work, line));
  if (words.length === 1 && POINTER.test(words[0]!.slice(0, LINE_CHARS).trim()))
    mark(work, at, work.lines.length, 'new');
}

/** Tells for each line what it is. Where no new word would remain, all lines are new: nothing is ever hidden whole. */
export function classifyLines(lines: Line[]): LineKind[] {
  const work: Work = {
    lines,
    texts: lines.map(line => line.text),
    blanks: lines.map(line => !startsWithWord(line.text) && /^[\s\u200b\u200e\u200f]*$/.test(line.text)),
    kinds: lines.map(line => (line.quote === 3 ? 'quote' : 'new')),
  };
  for (let at = 1; at < lines.length; at++) {
    if (lines[at]!.quote === 3 && lines[at - 1]!.quote !== 3)
      mark(work, withRuleAbove(work, at), at, 'quote');
  }
  markIntroduced(work);
  markSignatures(work);
  markTrailing(work);
  markSignatures(work);
  showPointedAt(work);
  return hasWords(work) ? work.kinds : lines.map(() => 'new');
}

/** Splits a line that holds words and an attribution behind them. */
export function separateLines(text: string): string[] {
  const whole = text.split('\n');
  if (!text.includes('---')) return whole;
  const lines: string[] = [];
  for (const line of whole) {
    const at = line.includes('---') ? attributionInside(line) : -1;
    if (at < 0) lines.push(line);
    else lines.push(line.slice(0, at), line.slice(at));
  }
  return lines;
}
