import type { BoardColumn } from '../../contract/board.ts';
import type { Row } from '../tickets/list-pages.ts';
import type { Moves } from './use-moves.ts';

/** What a column shows: its cards without those on their way elsewhere, and on top those on their way here. */
export function cardsShown(name: BoardColumn, cards: readonly Row[], moves: Moves): Row[] {
  if (moves.size === 0) return [...cards];
  const staying = cards.filter(card => (moves.get(card.id)?.to ?? name) === name);
  const known = new Set(staying.map(card => card.id));
  const coming = [...moves.values()].filter(({ card, to }) => to === name && !known.has(card.id));
  return [...coming.map(({ card }) => card), ...staying];
}

/** The number above a column while cards are on their way. */
export function countShown(count: number, cards: readonly Row[], shown: readonly Row[]): number {
  return Math.max(0, count + shown.length - cards.length);
}
