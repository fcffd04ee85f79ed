// Which words of a text are what somebody looked for, and the part of the text that shows them.
import { fold } from '../../../contract/search/fold.ts';

export interface Part {
  text: string;
  isHit: boolean;
}

/** A word that is looked for: as it was typed and as the index keeps it, folded. */
export interface Wanted {
  typed: string;
  stems: string[];
}

const word = /[\p{L}\p{N}]+/gu;
const longestEnding = 6;
const shownBefore = 60;
const shownAfter = 150;

/**
 * Whether a word of a text is one that is looked for. The index takes endings off, and so a word that goes on from a
 * stem by an ending is one of its words; some stems end in a letter that stands for another.
 */
function isWanted(folded: string, { typed, stems }: Wanted): boolean {
  if (folded === typed) return true;
  return stems.some(stem => {
    const root = stem.length > 3 && /[iyu]$/.test(stem) ? stem.slice(0, -1) : stem;
    if (root.length < 3) return folded === stem;
    return folded.startsWith(root) && folded.length - root.length <= longestEnding;
  });
}

interface Hit {
  from: number;
  to: number;
  which: number;
}

function hitsIn(text: string, wanted: readonly Wanted[]): Hit[] {
  const hits: Hit[] = [];
  for (const found of text.matchAll(word)) {
    const folded = fold(found[0]);
    const which = wanted.findIndex(one => isWanted(folded, one));
    if (which >= 0) hits.push({ from: found.index, to: found.index + found[0].length, which });
  }
  return hits;
}

/** How many of the words that are looked for stand in a text. */
export function countIn(text: string, wanted: readonly Wanted[]): number {
  return new Set(hitsIn(text, wanted).map(hit => hit.which)).size;
}

/** The whole text in parts. */
export function partsOf(text: string, wanted: readonly Wanted[]): Part[] {
  return cutAt(text, hitsIn(text, wanted), 0, text.length);
}

/** Some 200 characters around the place where most of the words stand; the beginning where none does. */
export function excerptOf(text: string, wanted: readonly Wanted[]): Part[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const hits = hitsIn(flat, wanted);
  const start = bestStart(hits);
  const from = start <= shownBefore ? 0 : afterBlank(flat, start - shownBefore);
  const to =
    from + shownBefore + shownAfter >= flat.length
      ? flat.length
      : beforeBlank(flat, from + shownBefore + shownAfter);
  const parts = cutAt(flat, hits, from, to);
  if (from > 0) parts.unshift({ text: '… ', isHit: false });
  if (to < flat.length) parts.push({ text: ' …', isHit: false });
  return parts;
}

function bestStart(hits: Hit[]): number {
  let best = { start: 0, different: 0 };
  for (const [at, hit] of hits.entries()) {
    const near = hits.slice(at, at + 20).filter(other => other.to - hit.from <= shownAfter);
    const different = new Set(near.map(one => one.which)).size;
    if (different > best.different) best = { start: hit.from, different };
  }
  return best.start;
}

function afterBlank(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 || blank > at + shownBefore ? at : blank + 1;
}

function beforeBlank(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at);
  return blank < at - 40 ? at : blank;
}

function cutAt(text: string, hits: Hit[], from: number, to: number): Part[] {
  const parts: Part[] = [];
  let at = from;
  const add = (end: number, isHit: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), isHit });
    at = Math.max(at, end);
  };
  for (const hit of hits) {
    if (hit.from < from || hit.to > to) continue;
    add(hit.from, false);
    add(hit.to, true);
  }
  add(to, false);
  return parts;
}
