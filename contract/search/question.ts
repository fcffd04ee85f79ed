// What somebody typed into a search box, read: words, "words in a row", -without, and operators such as tag:warranty.
import { type Operator, operatorOf } from './operators.ts';

export interface Filter {
  operator: Operator;
  value: string;
  isExcluded: boolean;
}

/** A piece of the text with its place in it, for completion. */
export interface Term {
  kind: 'word' | 'phrase' | 'filter';
  operator: Operator | null;
  text: string;
  isExcluded: boolean;
  from: number;
  to: number;
}

export interface Question {
  /** A ticket's number, where the words are one. */
  number: number | null;
  /** What to look for, as websearch_to_tsquery() reads it; '' where there are only operators or only a number. */
  words: string;
  /** What must not be there, likewise. */
  without: string;
  /** Neither quotes nor or: then a word may also be meant as it is written, without its ending taken off. */
  isPlain: boolean;
  /** The digits by which a phone number is known, however it is written. */
  phone: string | null;
  filters: Filter[];
}

export const longestQuestion = 300;

const piece = /(-?)(\p{L}+):(?=\s|$)|(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|«\s*([^»]*?)\s*(?:»|$)|(\S+))/gu;

/** The pieces of a text in their order. An operator that is unknown makes the whole piece a plain word. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const found of text.matchAll(piece)) {
    const place = { from: found.index, to: found.index + found[0].length };
    const sign = found[1] ?? found[3] ?? '';
    const before = found[2] ?? found[4];
    const operator = before ? (operatorOf(before) ?? null) : null;
    const quoted = found[5] ?? found[6];
    const isExcluded = sign === '-';
    if (operator) {
      const value = (quoted ?? found[7] ?? '').trim();
      terms.push({ ...place, kind: 'filter', operator, isExcluded, text: value });
    } else if (quoted !== undefined && !before) {
      if (quoted.trim()) terms.push({ ...place, kind: 'phrase', operator, isExcluded, text: quoted.trim() });
    } else {
      const word = found[0].slice(sign.length).replaceAll('"', ' ').trim();
      if (word) terms.push({ ...place, kind: 'word', operator: null, isExcluded, text: word });
    }
  }
  return terms;
}

/** Reads what somebody typed: `#123` means the ticket of that number alone, `123` may also be a word. */
export function readQuestion(text: string): Question {
  const terms = termsOf(text.trim().slice(0, longestQuestion));
  const filters = terms.flatMap(({ kind, operator, text: value, isExcluded }) =>
    kind === 'filter' && operator && value ? [{ operator, value, isExcluded }] : [],
  );
  const said = terms.filter(term => term.kind !== 'filter');
  const written = (list: Term[]) =>
    list.map(term => (term.kind === 'phrase' ? `"${term.text}"` : term.text)).join(' ');
  const wanted = said.filter(term => !term.isExcluded);
  const words = written(wanted);
  const numbered = /^(#\s?|n°\s?)?(\d{1,15})$/i.exec(words);
  return {
    number: numbered ? Number(numbered[2]) : null,
    words: numbered?.[1] ? '' : words,
    without: written(said.filter(term => term.isExcluded)),
    isPlain: wanted.every(term => term.kind === 'word' && term.text.toLowerCase() !== 'or'),
    phone: phoneKey(words),
    filters,
  };
}

const longestKey = 9;
const shortestPhone = 8;

/** What all spellings of a phone number have in common: its last nine digits. null for what is no phone number. */
export function phoneKey(text: string): string | null {
  if (!/^\+?[\d\s().\-/\u00a0\u202f]+$/.test(text)) return null;
  const digits = text.replace(/\(0\)/, '').replace(/\D/g, '');
  return digits.length >= shortestPhone && digits.length <= 15 ? digits.slice(-longestKey) : null;
}

/** The phone numbers in a text, by their keys. */
export function phonesIn(text: string): string[] {
  const found = text.match(/(?:\+|\b)\d[\d\s().\-/\u00a0\u202f]{6,22}\d\b/g) ?? [];
  return [...new Set(found.flatMap(one => phoneKey(one) ?? []))];
}
