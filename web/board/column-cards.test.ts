import { describe, expect, it } from 'vitest';
import { type BoardColumn, columnOf, refusalOf } from '../../contract/board.ts';
import type { Status } from '../../contract/fields.ts';
import type { Row } from '../tickets/list-pages.ts';
import { cardsShown, countShown } from './column-cards.ts';

const card = (id: string) => ({ id }) as Row;
const moves = (id: string, to: BoardColumn) => new Map([[id, { card: card(id), to }]]);
const ids = (cards: Row[]) => cards.map(one => one.id);

describe('a card on its way', () => {
  it('QCX-11 stands in the column that it goes to, and no longer where it was', () => {
    expect(ids(cardsShown('new', [card('a'), card('b')], moves('a', 'pending')))).toEqual(['b']);
    expect(ids(cardsShown('pending', [card('c')], moves('a', 'pending')))).toEqual(['a', 'c']);
  });

  it('is not shown twice once the server has it there', () => {
    const cards = [card('a'), card('c')];
    const shown = cardsShown('pending', cards, moves('a', 'pending'));
    expect(ids(shown)).toEqual(['a', 'c']);
    expect(countShown(2, cards, shown)).toBe(2);
  });
});

describe('the columns', () => {
  const at = (status: Status, escalationLevel: number) => columnOf({ status, escalationLevel });

  it('D-02 are predicates over status and level', () => {
    expect([at('new', 0), at('open', 0), at('on_hold', 0), at('pending', 0)]).toEqual([
      'new',
      'open',
      'open',
      'pending',
    ]);
    expect([at('new', 1), at('on_hold', 2), at('pending', 1)]).toEqual([
      'escalated',
      'escalated',
      'escalated',
    ]);
    expect([at('resolved', 0), at('resolved', 3), at('closed', 0), at('spam', 0)]).toEqual([
      'solved',
      'solved',
      'solved',
      null,
    ]);
  });

  it('LUM-02 LUM-04 D-01 say what may go where', () => {
    const one = (status: Status, isAnswered: boolean) => ({ status, isAnswered, escalationLevel: 0 });
    expect(refusalOf(one('pending', true), 'new')).toBe('answered-already');
    expect(refusalOf(one('new', false), 'open')).toBe('not-answered-yet');
    expect(refusalOf(one('closed', true), 'pending')).toBe('ticket-locked');
    expect(refusalOf(one('resolved', true), 'open')).toBeNull();
    expect(refusalOf(one('new', false), 'pending')).toBeNull();
    expect(refusalOf(one('on_hold', true), 'escalated')).toBeNull();
  });
});
