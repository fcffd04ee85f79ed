import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Button, VisuallyHidden } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { IconUserQuestion } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { columnOf, type BoardColumn as Name, refusalOf } from '../../contract/board.ts';
import type { Desk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import type { Row } from '../tickets/list-pages.ts';
import { AgeChip } from '../ui/age-chip.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './board.module.css';
import { BoardCard } from './board-card.tsx';
import { type Column, type Filters, useColumnCards } from './board-queries.ts';
import { cardsShown, countShown } from './column-cards.ts';
import type { Moves } from './use-moves.ts';

interface Props {
  column: Column;
  query: Filters;
  desk: Desk | undefined;
  moves: Moves;
  currentId: string | null;
  /** The one that a narrow screen shows. */
  isShown: boolean;
  onDeep: (name: Name) => void;
  onAsk: (card: Row) => void;
  onCurrent: (id: string) => void;
  onMove: (card: Row, to: Name) => void;
}

/** One column: its number and load, its cards, and where cards are dropped. */
export function BoardColumn(props: Props) {
  const { column, moves } = props;
  const { name } = column;
  const t = useT();
  const element = useRef<HTMLElement>(null);
  const [over, setOver] = useState<'fits' | 'refused' | null>(null);
  const more = useColumnCards(column, props.query, props.onDeep);
  const shown = cardsShown(name, more.cards, moves);
  const move = useRef(props.onMove);
  move.current = props.onMove;
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => 'card' in source.data && columnOf(source.data.card as Row) !== name,
      onDragEnter: ({ source }) => setOver(refusalOf(source.data.card as Row, name) ? 'refused' : 'fits'),
      onDragLeave: () => setOver(null),
      onDrop: ({ source }) => {
        setOver(null);
        move.current(source.data.card as Row, name);
      },
    });
  }, [name]);
  const count = countShown(column.count, more.cards, shown);
  return (
    <section
      ref={element}
      className={classes.column}
      data-column={name}
      data-over={over ?? undefined}
      data-shown={props.isShown}
      aria-label={`${t(`board.column.${name}`)}, ${t(column.isMore ? 'board.count.more' : 'board.count', { count })}`}
    >
      <ColumnHead column={column} count={count} desk={props.desk} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <ul className={classes.cards} tabIndex={0} aria-label={t(`board.column.${name}`)}>
        {shown.map(card => (
          <BoardCard
            key={card.id}
            card={card}
            column={name}
            desk={props.desk}
            isCurrent={card.id === props.currentId}
            onAsk={props.onAsk}
            onCurrent={props.onCurrent}
          />
        ))}
        {shown.length === 0 && <li className={classes.none}>{t('board.empty')}</li>}
        {more.hasMore && <End {...more} />}
      </ul>
    </section>
  );
}

/** Asks for more cards when it comes into sight. */
function End({
  isLoading,
  isFailed,
  loadMore,
  retry,
}: Omit<ReturnType<typeof useColumnCards>, 'cards' | 'hasMore'>) {
  const t = useT();
  const { ref, entry } = useIntersection({ rootMargin: '300px' });
  const isSeen = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (isSeen && !isLoading && !isFailed) loadMore();
  }, [isSeen, isLoading, isFailed, loadMore]);
  return (
    <li ref={ref} className={classes.none}>
      {isFailed ? (
        <Button size="compact-sm" variant="default" onClick={retry}>
          {t('board.more.failed')} {t('shell.retry')}
        </Button>
      ) : (
        t('board.more')
      )}
    </li>
  );
}

const agentsShown = 4;

/** Name, number, the longest wait, and who has how many (LUM-16). */
function ColumnHead({ column, count, desk }: { column: Column; count: number; desk: Desk | undefined }) {
  const t = useT();
  const format = useFormat();
  const rest = column.agents.length - agentsShown;
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <h2 className={classes.name} data-column-name={column.name}>
          {t(`board.column.${column.name}`)}
        </h2>
        <span className={classes.count}>
          <span aria-hidden>
            {format.number(count)}
            {column.isMore && '+'}
          </span>
          <VisuallyHidden>{t(column.isMore ? 'board.count.more' : 'board.count', { count })}</VisuallyHidden>
        </span>
        <span className={classes.space} />
        {column.oldestWaitingSince && (
          <span title={t('board.oldest')}>
            <VisuallyHidden>{t('board.oldest')}</VisuallyHidden>
            <AgeChip waitingSince={column.oldestWaitingSince} receivedAt={column.oldestWaitingSince} />
          </span>
        )}
      </div>
      <ul className={classes.load} aria-label={t('board.load')}>
        {column.agents.slice(0, agentsShown).map(({ agentId, count: has }) => {
          const name = desk?.agents.find(agent => agent.id === agentId)?.name ?? t('board.nobody');
          const label = t('board.load.agent', { name, count: has });
          return (
            <li key={agentId ?? 'nobody'} className={classes.share} title={label}>
              {agentId ? (
                <PersonAvatar name={name} size={20} />
              ) : (
                <IconUserQuestion size={18} stroke={1.5} aria-hidden />
              )}
              <span aria-hidden>{format.number(has)}</span>
              <VisuallyHidden>{label}</VisuallyHidden>
            </li>
          );
        })}
        {rest > 0 && (
          <li className={classes.share} title={t('board.load.more', { count: rest })}>
            +{rest}
          </li>
        )}
      </ul>
    </header>
  );
}
