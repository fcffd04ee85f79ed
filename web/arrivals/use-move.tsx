import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { showDone, showProblem } from '../ui/toast.ts';

type Moved = Reply<typeof routes.moves.move>;
export interface Move {
  messageId: string;
  /** The number of a ticket; null for one of its own. */
  to: string | null;
  joins: boolean;
}

/** Moves a message and goes with it; offers in the corner to take that back. */
export function useMove(onDone: () => void) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const navigate = useNavigate();

  function arrived({ ticketNumber }: Moved): void {
    void client.invalidateQueries({ queryKey: ['ticket'] });
    void client.invalidateQueries({ queryKey: ['tickets'] });
    void navigate({ to: '/w/$slug/tickets/$number', params: { slug, number: String(ticketNumber) } });
  }

  const back = useMutation({
    networkMode: 'always',
    mutationFn: ({ messageId, eventId }: { messageId: string; eventId: string }) =>
      call(routes.moves.moveBack, { params: { id: messageId }, body: { eventId } }),
    onSuccess: moved => {
      arrived(moved);
      showDone(t, t('move.undone', { number: moved.ticketNumber }));
    },
    onError: error => showProblem(t, error),
  });

  return useMutation({
    networkMode: 'always',
    mutationFn: ({ messageId, to, joins }: Move) =>
      call(routes.moves.move, { params: { id: messageId }, body: { to, joins } }),
    onSuccess: (moved, { messageId }) => {
      const { eventId } = moved;
      onDone();
      arrived(moved);
      const id = `move-${eventId}`;
      notifications.show({
        id,
        autoClose: 10_000,
        closeButtonProps: { 'aria-label': t('shell.close') },
        message: (
          <>
            {t('move.done', { number: moved.ticketNumber })}{' '}
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                notifications.hide(id);
                back.mutate({ messageId, eventId });
              }}
            >
              {t('move.undo')}
            </Button>
          </>
        ),
      });
    },
  });
}
