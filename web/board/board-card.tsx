import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon } from '@mantine/core';
import { IconArrowsExchange, IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef, useState } from 'react';
import type { BoardColumn } from '../../contract/board.ts';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Row } from '../tickets/list-pages.ts';
import { AgeChip } from '../ui/age-chip.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { PriorityMark } from '../ui/priority-mark.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { TagChip } from '../ui/tag-chip.tsx';
import classes from './board.module.css';
import { EscalatedPill } from './escalated-pill.tsx';

interface Props {
  card: Row;
  column: BoardColumn;
  desk: Desk | undefined;
  isCurrent: boolean;
  /** Asks where the card shall go. */
  onAsk: (card: Row) => void;
  onCurrent: (id: string) => void;
}

/** One ticket on the board: a link to it, to be dragged, or moved by its button. */
export const BoardCard = memo(function BoardCard(props: Props) {
  const { card, column, desk, isCurrent } = props;
  const t = useT();
  const slug = useWorkspaceSlug();
  const element = useRef<HTMLLIElement>(null);
  const [isDragged, setIsDragged] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ card }),
      onDragStart: () => setIsDragged(true),
      onDrop: () => setIsDragged(false),
    });
  }, [card]);
  const number = String(card.number);
  const name = card.requester.name || card.requester.email || t('tickets.nameless');
  const tabIndex = isCurrent ? 0 : -1;
  const isMovable = column !== 'solved' || card.status === 'resolved';
  return (
    <li
      ref={element}
      className={classes.card}
      data-card={card.id}
      data-dragged={isDragged || undefined}
      onFocus={() => props.onCurrent(card.id)}
    >
      <div className={classes.line}>
        <span className={classes.who}>
          #{card.number} · {name}
        </span>
        {isMovable && (
          <ActionIcon
            className={classes.move}
            variant="subtle"
            color="gray"
            size={24}
            tabIndex={tabIndex}
            aria-haspopup="dialog"
            aria-label={t('board.move.card', { number })}
            title={t('board.move')}
            onClick={() => props.onAsk(card)}
          >
            <IconArrowsExchange size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <Link
        className={classes.subject}
        to="/w/$slug/tickets/$number"
        params={{ slug, number }}
        draggable={false}
        tabIndex={tabIndex}
        title={card.subject}
      >
        {card.subject || t('tickets.no-subject')}
      </Link>
      <Marks card={card} column={column} desk={desk} />
    </li>
  );
});

function Marks({ card, column, desk }: Pick<Props, 'card' | 'column' | 'desk'>) {
  const t = useT();
  const tags = card.tagIds.flatMap(id => desk?.tags.find(tag => tag.id === id) ?? []);
  const agent = desk?.agents.find(one => one.id === card.assigneeId);
  const label = agent ? t('tickets.assigned-to', { name: agent.name }) : t('tickets.assigned-to-nobody');
  return (
    <div className={classes.marks}>
      <PriorityMark priority={card.priority} />
      {(card.status === 'new' || card.status === 'open') && (
        <AgeChip waitingSince={card.waitingSince} receivedAt={card.receivedAt} />
      )}
      {(card.status === 'on_hold' || column === 'escalated') && <StatusPill status={card.status} />}
      <EscalatedPill
        level={card.escalationLevel}
        agentId={card.escalatedTo}
        withName={column === 'escalated'}
      />
      {tags.slice(0, 3).map(tag => (
        <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
      ))}
      <span className={classes.space} />
      {agent ? (
        <PersonAvatar name={agent.name} size={24} label={label} />
      ) : (
        <span role="img" aria-label={label} title={label} className={classes.nobody}>
          <IconUserQuestion size={18} stroke={1.5} aria-hidden />
        </span>
      )}
    </div>
  );
}
