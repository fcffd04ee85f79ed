import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

const steps: Record<string, [column: number, card: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * Arrow keys go from card to card and from column to column, past those that are empty; the focus goes along. Gives the
 * handler of keys, and what keeps the focus on a card that moves.
 */
export function useBoardKeys(board: RefObject<HTMLElement | null>) {
  const wanted = useRef<string | null>(null);

  // A card that changes its column is drawn anew there, so each drawing looks for it once more.
  useEffect(() => {
    if (!wanted.current) return;
    const link = board.current?.querySelector<HTMLElement>(`[data-card="${wanted.current}"] a`);
    if (!link || link === document.activeElement) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    link.focus();
  });

  function onKeyDown(event: KeyboardEvent): void {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]');
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'm') {
      event.preventDefault();
      card.querySelector('button')?.click();
      return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step[1] === 0 ? beside(card, step[0]) : cardsOf(card)[cardsOf(card).indexOf(card) + step[1]];
    next?.querySelector<HTMLElement>('a')?.focus();
  }

  function cardsOf(card: HTMLElement): HTMLElement[] {
    return [...(card.parentElement?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  }

  function beside(card: HTMLElement, step: number): HTMLElement | undefined {
    const columns = [...(board.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
    const place = cardsOf(card).indexOf(card);
    let at = columns.findIndex(column => column.contains(card)) + step;
    for (; columns[at]; at += step) {
      const cards = [...columns[at]!.querySelectorAll<HTMLElement>('[data-card]')];
      if (cards.length > 0) return cards[Math.min(place, cards.length - 1)];
    }
    return undefined;
  }

  return {
    onKeyDown,
    follow: (id: string) => {
      wanted.current = id;
    },
    forget: () => {
      wanted.current = null;
    },
  };
}
