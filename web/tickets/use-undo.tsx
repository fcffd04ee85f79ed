import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Translate, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { historyKey, ticketKey } from '../messages/ticket-keys.ts';
import { useShortcut } from '../ui/shortcut.ts';
import { showDone, showProblem } from '../ui/toast.ts';
import { lastOf, noteUndoable, takeUndoable } from './undo-stack.ts';

const toast = 'undo';

/** Offers in the corner to take a change back that was just made on a ticket's page. */
export function offerUndo(
  t: Translate,
  change: { of: string; eventId: string; field: string },
  undo: (eventId: string) => void,
): void {
  noteUndoable(change.of, change.eventId);
  notifications.show({
    id: `${toast}-${change.eventId}`,
    autoClose: 8000,
    closeButtonProps: { 'aria-label': t('shell.close') },
    message: (
      <>
        {t(`undo.offer.${change.field}`)}{' '}
        <Button size="compact-sm" variant="subtle" onClick={() => undo(change.eventId)}>
          {t('undo.do')}
        </Button>
      </>
    ),
  });
}

/** Gives what takes a change made on this ticket's page back: the one named, or else the last. */
export function useUndo(number: string): (eventId?: string) => void {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const key = ticketKey(slug, number);
  const [, of] = key;
  const { mutate } = useMutation({
    networkMode: 'always',
    mutationFn: (eventId: string) =>
      call(routes.board.undo, { params: { ticket: number }, body: { eventId } }),
    onMutate: eventId => notifications.hide(`${toast}-${eventId}`),
    onSuccess: ticket => {
      client.setQueryData(key, ticket);
      showDone(t, t('undo.done'));
    },
    onError: error => showProblem(t, error),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: key, exact: true });
      void client.invalidateQueries({ queryKey: historyKey(slug, number) });
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
  return useCallback(
    (eventId?: string) => {
      const taken = takeUndoable(of, eventId);
      if (taken) mutate(taken);
    },
    [of, mutate],
  );
}

/** `u` takes the last change back. */
export function useUndoKey(number: string): void {
  const t = useT();
  const undo = useUndo(number);
  const of = ticketKey(useWorkspaceSlug(), number)[1];
  useShortcut('u', () => (lastOf(of) ? undo() : showDone(t, t('undo.nothing'))), t('undo.key'));
}
