import { Button } from '@mantine/core';
import { IconArrowMerge, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import classes from './ticket-page.module.css';
import type { Ticket } from './ticket-queries.ts';

/** Says why nothing can be changed: closed for good, and how to write to the customer all the same (D-01), or merged. */
export function LockedBanner({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const search = {
    to: ticket.requester.email ?? undefined,
    name: ticket.requester.name || undefined,
    subject: ticket.subject || undefined,
  };
  if (ticket.mergedInto !== null) return <MergedInto number={String(ticket.mergedInto)} />;
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

function MergedInto({ number }: { number: string }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  return (
    <div className={classes.locked} role="note">
      <IconArrowMerge size={16} aria-hidden />
      <span>{t('move.merged')}</span>
      <Button
        size="xs"
        variant="default"
        renderRoot={props => <Link to="/w/$slug/tickets/$number" params={{ slug, number }} {...props} />}
      >
        {t('tickets.hint.see', { number })}
      </Button>
    </div>
  );
}
