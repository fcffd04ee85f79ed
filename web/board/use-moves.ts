import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type BoardColumn, columnOf, refusalOf, type SettableColumn } from '../../contract/board.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import type { Row } from '../tickets/list-pages.ts';
import { errorText } from '../ui/error-text.ts';

/** Cards that stand in another column than the server knows yet, by id. */
export type Moves = ReadonlyMap<string, { card: Row; to: BoardColumn }>;

/**
 * Moving cards: shown at once, taken back where it is refused, and said aloud either way. Escalating asks first, by
 * `onEscalate`.
 */
export function useMoves(onEscalate: (card: Row) => void) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const [moves, setMoves] = useState<Moves>(new Map());
  const [announced, setAnnounced] = useState('');
  const without = (id: string) => setMoves(all => new Map([...all].filter(([key]) => key !== id)));

  const refuse = useCallback(
    (card: Row, why: string) => {
      const words = t('board.refused', { number: String(card.number), why });
      setAnnounced(words);
      notifications.show({
        color: 'red',
        message: words,
        closeButtonProps: { 'aria-label': t('shell.close') },
      });
    },
    [t],
  );

  const { mutate } = useMutation({
    networkMode: 'always',
    mutationFn: ({ card, to }: { card: Row; to: SettableColumn }) =>
      call(routes.board.moveCard, { params: { ticket: card.id }, body: { column: to } }),
    onMutate: ({ card, to }) => setMoves(all => new Map(all).set(card.id, { card, to })),
    onSuccess: async (ticket, { card, to }) => {
      setAnnounced(t('board.moved', { number: String(card.number), column: t(`board.column.${to}`) }));
      client.setQueryData(ticketKey(slug, String(card.number)), ticket);
      await client.invalidateQueries({ queryKey: ['tickets'] });
    },
    onError: (error, { card }) => refuse(card, errorText(t, error)),
    onSettled: (_ticket, _error, { card }) => without(card.id),
  });

  const move = useCallback(
    (card: Row, to: BoardColumn) => {
      if (columnOf(card) === to && to !== 'escalated') return;
      const refusal = refusalOf(card, to);
      if (refusal) return refuse(card, t(`errors.${refusal}`));
      if (to === 'escalated') return onEscalate(card);
      mutate({ card, to });
    },
    [mutate, onEscalate, refuse, t],
  );
  return { moves, move, announced };
}
