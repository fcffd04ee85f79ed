// Words that stand in a known share of the tickets and nowhere else: what the search is measured with.
import type { Language } from '../../contract/fields.ts';

export interface KnownWord {
  word: string;
  language: Language;
  /** One in so many tickets holds it: 100 (1 %) or 10,000 (0.01 %). */
  oneIn: number;
  /** Which: those whose number leaves this rest. Even numbers are French tickets, odd ones English. */
  rest: number;
}

const groups: [Language, number, number, string[]][] = [
  ['fr', 100, 20, ['dérailleur', 'pédalier', 'étrier', 'moyeu', 'béquille']],
  ['fr', 10_000, 4_242, ['clavette', 'crémaillère', 'rétropédalage', 'écrou', 'mâchoire']],
  ['en', 100, 51, ['pannier', 'spoke', 'freewheel', 'crankset', 'mudguard']],
  ['en', 10_000, 7_171, ['cotter', 'headset', 'wingnut', 'puncture', 'façade']],
];

export const knownWords: readonly KnownWord[] = groups.flatMap(([language, oneIn, first, words]) =>
  words.map((word, index) => ({ word, language, oneIn, rest: first + 2 * index })),
);

/** The word as somebody types it who leaves the accents out. */
export function withoutAccents(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '');
}
