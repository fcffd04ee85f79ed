import { VisuallyHidden } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { boardColumns, type BoardColumn as ColumnName } from '../../contract/board.ts';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { FilterBar } from '../tickets/filter-bar.tsx';
import { keepLastList } from '../tickets/last-list.ts';
import type { Row } from '../tickets/list-pages.ts';
import { isNarrowed, plainSearch } from '../tickets/list-search.ts';
import { NoTickets } from '../tickets/no-tickets.tsx';

import { ErrorState } from '../ui/error-state.tsx';
import { useShortcut } from '../ui/shortcut.ts';
import classes from './board.module.css';
import { BoardColumn } from './board-column.tsx';
import { type Board, boardQuery, type Filters, useBoard } from './board-queries.ts';
import { BoardSkeleton } from './board-skeleton.tsx';
import { EscalateDialog } from './escalate-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { useBoardFilters } from './use-board-filters.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useMoves } from './use-moves.ts';
import { ViewSwitch } from './view-switch.tsx';

/** The board (QCX-11): the tickets in the columns of their status, to be moved between them. */
export function BoardPage() {
  const t = useT();
  const [search, change] = useBoardFilters();
  const query = useMemo(() => boardQuery(search), [search]);
  const board = useBoard(query);
  const { href } = useLocation();
  usePageTitle(t('board.title'));
  useEffect(() => keepLastList(href), [href]);
  const isEmpty = board.data?.columns.every(column => column.count === 0) ?? false;
  return (
    <section className={classes.page} aria-label={t('board.title')}>
      <ViewSwitch mode="board" />
      <FilterBar view="all" search={search} onChange={change} hasFolderFilter hasOrder={false} />
      {board.isPending ? (
        <BoardSkeleton />
      ) : !board.data ? (
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
      ) : isEmpty ? (
        <NoTickets view="all" isNarrowed={isNarrowed(search)} onClear={() => change(plainSearch)} />
      ) : (
        <Columns key={JSON.stringify(query)} board={board.data} query={query} onDeep={board.setDeep} />
      )}
    </section>
  );
}

interface ColumnsProps {
  board: Board;
  query: Filters;
  onDeep: (name: ColumnName) => void;
}

function Columns({ board, query, onDeep }: ColumnsProps) {
  const t = useT();
  const desk = useDesk().data;
  const element = useRef<HTMLElement>(null);
  const [escalating, setEscalating] = useState<Row | null>(null);
  const [asking, setAsking] = useState<Row | null>(null);
  const [chosen, setChosen] = useState<ColumnName>('new');
  const first = board.columns.flatMap(column => column.tickets)[0]?.id ?? null;
  const [current, setCurrent] = useState<string | null>(null);
  const isThere = board.columns.some(column => column.tickets.some(card => card.id === current));
  const { moves, move, announced } = useMoves(setEscalating);
  const keys = useBoardKeys(element);
  // Declared for the sheet; the card in hand hears the keys itself.
  const onCard = { isEnabled: true };
  useShortcut('m', () => moveFirst(element.current), t('board.key.move'), onCard);
  useShortcut('ArrowDown', () => focusFirst(element.current), t('board.key.arrows'), onCard);

  const { follow } = keys;
  const onMove = useCallback(
    (card: Row, to: ColumnName) => {
      follow(card.id);
      move(card, to);
    },
    [move, follow],
  );
  return (
    <>
      <fieldset className={classes.choice} aria-label={t('board.choose')}>
        {boardColumns.map(name => (
          <button
            key={name}
            type="button"
            className={classes.chip}
            aria-pressed={chosen === name}
            onClick={() => setChosen(name)}
          >
            {t(`board.column.${name}`)} {board.columns.find(column => column.name === name)?.count}
          </button>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards in it have the focus, the keys go between them */}
      <section
        ref={element}
        className={classes.board}
        onKeyDown={keys.onKeyDown}
        onPointerDown={keys.forget}
        data-testid="board"
      >
        {board.columns.map(column => (
          <BoardColumn
            key={column.name}
            column={column}
            query={query}
            desk={desk}
            moves={moves}
            currentId={isThere || (current && moves.has(current)) ? current : first}
            isShown={chosen === column.name}
            onDeep={onDeep}
            onAsk={setAsking}
            onCurrent={setCurrent}
            onMove={onMove}
          />
        ))}
      </section>
      <p className={classes.hint}>{t('board.hint')}</p>
      <VisuallyHidden role="status" data-testid="board-status">
        {announced}
      </VisuallyHidden>
      <MoveDialog card={asking} onMove={onMove} onClose={() => setAsking(null)} />
      <EscalateDialog ticket={escalating} onClose={() => setEscalating(null)} />
    </>
  );
}

function moveFirst(board: HTMLElement | null): void {
  board?.querySelector<HTMLElement>('[data-card] button[tabindex="0"]')?.click();
}

function focusFirst(board: HTMLElement | null): void {
  board?.querySelector<HTMLElement>('[data-card] a[tabindex="0"]')?.focus();
}
