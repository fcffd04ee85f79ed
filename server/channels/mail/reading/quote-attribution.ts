// The line or lines "On <date>, <name> <address> wrote:" in many languages and wrappings.
import {
  DATE,
  DATE_OPENING,
  EMAIL,
  ON_AT,
  OPENING,
  OWN_WORDS,
  OWN_WORDS_INSIDE,
  WROTE_BARE,
  WROTE_END,
  WROTE_END_CJK,
  WROTE_INSIDE,
  YOU_WROTE,
} from './quote-patterns.ts';
import { LINE_CHARS } from './quote-vocabulary.ts';

const LOOK_AHEAD = 6;
/** The longest verb and what may stand around it. */
const TAIL_CHARS = 60;

function strip(line: string): string {
  if (line.length > LINE_CHARS + 100) return line;
  return line.replace(/^[\s>*_-]+/, '').replace(/[\s*_]+$/, '');
}

/** Whether joined lines are an attribution that ends with a verb. */
function endsAttribution(text: string): boolean {
  const tail = text.slice(-TAIL_CHARS);
  const isOpened = OPENING.test(text) || DATE_OPENING.test(text);
  if (!/[:：-]$/.test(tail)) return isOpened && WROTE_BARE.test(tail) && EMAIL.test(text) && DATE.test(text);
  if (OWN_WORDS.test(tail.toLowerCase())) return false;
  if (!WROTE_END.test(tail) && !WROTE_END_CJK.test(tail)) {
    if (!WROTE_INSIDE.test(text) || OWN_WORDS_INSIDE.test(text)) return false;
    return (isOpened || EMAIL.test(text)) && (DATE.test(text) || /\b(?:19|20)\d\d\b/.test(text));
  }
  if (EMAIL.test(text) || WROTE_END_CJK.test(text)) return true;
  const isDated = DATE.test(text) || DATE_OPENING.test(text);
  return isDated && (isOpened || YOU_WROTE.test(text) || ON_AT.test(text));
}

/** `30.09.2017, 18:30, "Name" <a@b>:` and `2011/4/7 Name <a@b>`: a date, an address, no verb. */
function isVerbless(text: string): boolean {
  if (!(text.includes('@') || text.includes(' GMT')) || !DATE_OPENING.test(text)) return false;
  const address = /<?([\w.+'-]{1,64}@[\w.-]{1,200})>?\s*(:?)\s*$/u.exec(text);
  if (address) return address[2] === ':' || text.includes('<');
  return /^\d{4}-\d\d-\d\d \d{1,2}:\d\d GMT[+-]\d\d:\d\d \S.{0,80}$/.test(text);
}

/** Whatever the language: a full date with time, an address in brackets, a colon at the end. */
function isUnknownTongue(text: string): boolean {
  if (!/[:：]$/.test(text) || !/[<(][\w.+'-]{1,64}@[\w.-]{3,200}[>)]/.test(text)) return false;
  return /\b(?:19|20)\d\d\b/.test(text) && /\d[:.]\d\d\b/.test(text) && !OWN_WORDS_INSIDE.test(text);
}

/** Whether a line can only introduce the quote that follows it: it ends in a colon and has a date or an address. */
export function introducesQuote(line: string): boolean {
  const text = line.length <= LINE_CHARS ? strip(line) : '';
  return /[:：]$/.test(text) && (EMAIL.test(text) || (DATE.test(text) && OPENING.test(text)));
}

/** Whether a wrapped attribution may begin with this line. */
function mayOpen(text: string): boolean {
  return OPENING.test(text) || DATE_OPENING.test(text) || /^\p{L}{2,12}[.,]{0,2}\s+\d/u.test(text);
}

/**
 * Reads an attribution that begins in line `at`; gives the first line after it, or null. Wrapped ones may take up to
 * six lines, blank ones among them only where the text is visibly unfinished.
 */
export function readAttribution(lines: string[], at: number): number | null {
  const first = strip(lines[at] ?? '');
  if (first.length < 2 || first.length > LINE_CHARS) return null;
  if (endsAttribution(first) || isVerbless(first) || isUnknownTongue(first)) return at + 1;
  if (!mayOpen(first) && !/^["'\p{Lu}][^<]{0,80}<\s?[\w.+-]{0,80}@?[\w.-]{0,80}>?$/u.test(first)) return null;
  const needsDate = !EMAIL.test(first);
  if (needsDate && !DATE.test(first) && !DATE_OPENING.test(first)) {
    if (!/\d/.test(first)) return null;
  }
  let joined = first;
  for (let i = at + 1; i < lines.length && i < at + LOOK_AHEAD; i++) {
    const line = strip(lines[i]!);
    if (line === '') {
      // Only a program leaves "<" alone in a line.
      const next = strip(lines[i + 1] ?? '');
      if (!/^[<(]/.test(next) && !/[<(,]$/.test(joined)) return null;
      continue;
    }
    if (joined.length + line.length > LINE_CHARS) return null;
    joined += ` ${line}`;
    if (!endsAttribution(joined) && !(isVerbless(joined) && joined.endsWith(':'))) continue;
    return opensLater(lines, at + 1, i) ? null : i + 1;
  }
  return null;
}

/** Whether the attribution only begins further down: the lines before are prose. */
function opensLater(lines: string[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++)
    if (mayOpen(strip(lines[i]!)) && readAttribution(lines, i) !== null) return true;
  return false;
}

/** `reply--- On Wed, Apr 4, 2012, a@b wrote:`: where in the line the attribution begins, or -1. */
export function attributionInside(line: string): number {
  if (line.length > LINE_CHARS) return -1;
  const at = line.search(/-{3,}\s{0,3}(?:On|Le|Am|Op|El|Il)\s/u);
  return at > 0 && endsAttribution(strip(line.slice(at))) ? at : -1;
}
