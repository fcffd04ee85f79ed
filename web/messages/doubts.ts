// What is worth a question before a reply leaves. Each can be answered with "send anyway": people know more than rules.

import { unfilledVariables } from '../../contract/canned-variables.ts';

export type Doubt =
  /** Addresses that have nothing to do with this ticket so far. */
  | { kind: 'domain'; addresses: string[] }
  /** Words that also stand in an internal note (LUM-34). */
  | { kind: 'note'; words: string }
  /** A file is announced, and none is there. */
  | { kind: 'file'; words: string }
  /** Variables of a canned reply that nothing was filled in for (LIV-19). */
  | { kind: 'variable'; words: string };

export interface Judged {
  html: string;
  hasFiles: boolean;
  recipients: readonly string[];
}

export interface Surroundings {
  /** `@domain`, or a whole address at a provider that everybody uses. */
  known: readonly string[];
  /** Texts of the internal notes. */
  notes: readonly string[];
  /** Texts that the customer has read or written: repeating them gives nothing away. */
  said: readonly string[];
}

/** The questions before a reply leaves, the most harmful first. */
export function doubtsOf(reply: Judged, { known, notes, said }: Surroundings): Doubt[] {
  const text = ownWords(reply.html);
  const strangers = reply.recipients.filter(
    address => !known.includes(address) && !known.includes(`@${address.split('@').at(-1)}`),
  );
  const leak = sharedWords(text, notes, said);
  const announced = reply.hasFiles || /<img\b/i.test(reply.html) ? null : announcedFile(text);
  const unfilled = unfilledVariables(reply.html);
  const doubts: (Doubt | null)[] = [
    leak ? { kind: 'note', words: leak } : null,
    strangers.length > 0 ? { kind: 'domain', addresses: strangers } : null,
    announced ? { kind: 'file', words: announced } : null,
    unfilled.length > 0 ? { kind: 'variable', words: unfilled.join(', ') } : null,
  ];
  return doubts.filter(doubt => doubt !== null);
}

/** What the writer says themselves: the text without what they quote. */
function ownWords(html: string): string {
  let left = html;
  // The innermost first, since quotes stand in quotes.
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/<blockquote\b[^>]*>(?:(?!<\/?blockquote\b)[\s\S])*<\/blockquote>/gi, ' ');
  }
  return left
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (_whole, name: string) => entities[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '’' };

/** Without accents and capitals, each letter in its place; apostrophes and hyphens of all kinds become blanks. */
function folded(text: string): string {
  return text.replace(/[^ -~]|[A-Z'`-]/g, letter => {
    if (/['’‘ʼ´`\-‐‑–]/.test(letter)) return ' ';
    const plain = (letter.normalize('NFD')[0] ?? letter).toLowerCase();
    return plain.length === letter.length ? plain : letter;
  });
}

const announcements = [
  /\bci (?:joint|jointe|joints|jointes|annexe|annexes)\b/,
  /\b(?:en|dans la|voir|voyez) pieces? jointes?\b/,
  /\b(?:joint|jointe|joints|jointes) (?:a|au|aux) (?:ce|cet|cette|mon|notre|present|mail|message|courriel|e mail)\b/,
  /\b(?:en|dans l) annexe\b/,
  /\b(?:je|nous) (?:(?:vous|t|te) )?(?:joins|joignons|ai joint|avons joint)\b/,
  /\battached\b/,
  /\battachments?\b/,
  /\b(?:i|we) (?:have )?attach\b/,
  /\battaching\b/,
  /\benclosed\b/,
];

/** The words by which a text announces a file, as they were written; null where it does not. */
function announcedFile(text: string): string | null {
  const plain = folded(text);
  for (const pattern of announcements) {
    const found = pattern.exec(plain);
    if (found) return text.slice(found.index, found.index + found[0].length);
  }
  return null;
}

/** Fewer words in a row are shared by chance. */
const runLength = 6;
const mostShown = 12;

interface Word {
  plain: string;
  from: number;
  to: number;
}

function wordsOf(text: string): Word[] {
  return [...folded(text).matchAll(/[\p{L}\p{N}]+/gu)].map(match => ({
    plain: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

const runAt = (words: readonly Word[], at: number) =>
  words
    .slice(at, at + runLength)
    .map(word => word.plain)
    .join(' ');

function runsOf(texts: readonly string[]): Set<string> {
  const runs = new Set<string>();
  for (const text of texts) {
    const words = wordsOf(text.normalize('NFC'));
    for (let at = 0; at + runLength <= words.length; at++) runs.add(runAt(words, at));
  }
  return runs;
}

/** The first run of words that a text shares with a note and with nothing that was said openly. */
function sharedWords(text: string, notes: readonly string[], said: readonly string[]): string | null {
  const inNotes = runsOf(notes);
  if (inNotes.size === 0) return null;
  const open = runsOf(said);
  const words = wordsOf(text);
  const isShared = (at: number) =>
    at + runLength <= words.length && inNotes.has(runAt(words, at)) && !open.has(runAt(words, at));
  const first = words.findIndex((_, at) => isShared(at));
  if (first < 0) return null;
  let last = first;
  while (isShared(last + 1)) last++;
  const end = Math.min(last + runLength, first + mostShown) - 1;
  return text.slice(words[first]!.from, words[end]!.to);
}
