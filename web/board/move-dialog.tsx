import { Button, Modal, Stack } from '@mantine/core';
import { type BoardColumn, boardColumns, columnOf } from '../../contract/board.ts';
import { useT } from '../data/language.ts';
import type { Row } from '../tickets/list-pages.ts';

interface Props {
  /** The card to move; null keeps the dialog shut. */
  card: Row | null;
  onMove: (card: Row, to: BoardColumn) => void;
  onClose: () => void;
}

/** Moves a card without dragging: the columns to choose from, for keys, touch and screen readers. */
export function MoveDialog({ card, onMove, onClose }: Props) {
  const t = useT();
  const from = card && columnOf(card);
  return (
    <Modal
      opened={card !== null}
      onClose={onClose}
      size="xs"
      title={t('board.move.card', { number: String(card?.number ?? '') })}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Stack gap="xs">
        {boardColumns
          .filter(to => to !== from || to === 'escalated')
          .map((to, place) => (
            <Button
              key={to}
              variant="default"
              data-autofocus={place === 0 || undefined}
              onClick={() => {
                onClose();
                if (card) onMove(card, to);
              }}
            >
              {t(to === 'escalated' ? 'board.escalate' : `board.column.${to}`)}
            </Button>
          ))}
      </Stack>
    </Modal>
  );
}
