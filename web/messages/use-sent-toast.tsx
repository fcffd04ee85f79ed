import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { ApiError, call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { showDone, showProblem } from '../ui/toast.ts';
import type { OutgoingReply } from './outgoing-query.ts';
import { returnDraft } from './returned-drafts.ts';
import { ticketKey } from './ticket-keys.ts';

/** Says that a reply leaves soon whose ticket is not in front any more; Undo opens it again with the text. */
export function useSentToast(): (reply: OutgoingReply) => void {
  const t = useT();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const client = useQueryClient();

  async function undo({ id, ticket }: OutgoingReply): Promise<void> {
    notifications.hide(id);
    const number = String(ticket.number);
    try {
      const back = await call(routes.sending.withdraw, { params: { id } });
      returnDraft(slug, number, back);
      void client.invalidateQueries({ queryKey: ticketKey(slug, number) });
      await navigate({ to: '/w/$slug/tickets/$number', params: { slug, number } });
      showDone(t, t('sending.undone'));
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) showDone(t, t('sending.too-late'));
      else showProblem(t, error);
    }
  }

  return reply =>
    void notifications.show({
      id: reply.id,
      autoClose: reply.millisecondsLeft,
      closeButtonProps: { 'aria-label': t('shell.close') },
      message: (
        <>
          {t('sending.toast', { number: reply.ticket.number })}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void undo(reply)}>
            {t('sending.undo')}
          </Button>
        </>
      ),
    });
}
