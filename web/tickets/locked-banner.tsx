import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import classes from './ticket-page.module.css';
import type { Ticket } from './ticket-queries.ts';

/** Says that a ticket is closed for good and how to write to the customer all the same (D-01). */
export function LockedBanner({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const search = {
    to: ticket.requester.email ?? undefined,
    name: ticket.requester.name || undefined,
    subject: ticket.subject || undefined,
  };
  return (
    <div className={classes.locked} role="note">
      <IconLock size={16} aria-hidden />
      <span>{t('tickets.locked')}</span>
      <Button
        size="xs"
        variant="default"
        renderRoot={props => <Link to="/w/$slug/tickets/new" params={{ slug }} search={search} {...props} />}
      >
        {t('tickets.locked.new')}
      </Button>
    </div>
  );
}
