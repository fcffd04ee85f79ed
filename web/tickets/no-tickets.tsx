import { Button } from '@mantine/core';
import { IconCheck, IconFilterOff, IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { View } from '../../contract/filters.ts';
import { useDesk, useMay } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { EmptyState } from '../ui/empty-state.tsx';

interface Props {
  view: View | 'folder';
  isNarrowed: boolean;
  onClear: () => void;
}

/** An empty view: what it is for, and the one action that fills it. */
export function NoTickets({ view, isNarrowed, onClear }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const desk = useDesk().data;
  const mayConnect = useMay('mailboxes.manage');
  if (isNarrowed) {
    return (
      <EmptyState
        icon={IconFilterOff}
        title={t('tickets.empty.narrowed')}
        text={t('tickets.empty.narrowed.text')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('tickets.filter.clear')}
          </Button>
        }
      />
    );
  }
  const lacksMailbox = desk !== undefined && !desk.hasMailbox && mayConnect;
  const isDone = view === 'unanswered' || view === 'mine' || (view === 'inbox' && !lacksMailbox);
  return (
    <EmptyState
      icon={isDone ? IconCheck : IconInbox}
      title={t(`tickets.empty.${view}`)}
      text={t(lacksMailbox ? 'tickets.empty.no-mailbox' : `tickets.empty.${view}.text`)}
      action={
        lacksMailbox ? (
          <Button
            renderRoot={props => <Link to="/w/$slug/settings/mailboxes" params={{ slug }} {...props} />}
          >
            {t('tickets.empty.connect')}
          </Button>
        ) : (
          <Button
            variant="default"
            renderRoot={props => <Link to="/w/$slug/tickets/new" params={{ slug }} {...props} />}
          >
            {t('tickets.new')}
          </Button>
        )
      }
    />
  );
}
