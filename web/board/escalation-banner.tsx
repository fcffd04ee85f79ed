import { Button } from '@mantine/core';
import { IconFlame } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isLocked } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useAgent } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import type { Ticket } from '../tickets/ticket-queries.ts';
import { showProblem } from '../ui/toast.ts';
import classes from './escalation-banner.module.css';

/** Says above a ticket to whom it is escalated, and lets that end; nothing where it is not (D-02). */
export function EscalationBanner({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const agent = useAgent(ticket.escalatedTo);
  const key = ticketKey(slug, String(ticket.number));
  const end = useMutation({
    networkMode: 'always',
    mutationFn: () => call(routes.board.deescalate, { params: { ticket: ticket.id } }),
    onSuccess: changed => {
      client.setQueryData(key, changed);
      void client.invalidateQueries({ queryKey: key });
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
    onError: error => showProblem(t, error),
  });
  if (ticket.escalationLevel === 0) return null;
  return (
    <div className={classes.banner} role="note">
      <IconFlame size={16} aria-hidden />
      <span className={classes.words}>
        <strong>{agent ? t('board.escalated-to', { name: agent.name }) : t('board.escalated')}</strong> ·{' '}
        {t('board.level', { level: ticket.escalationLevel })}
      </span>
      {!isLocked(ticket.status) && (
        <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {t('board.deescalate')}
        </Button>
      )}
    </div>
  );
}
