import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useT } from '../data/language.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import { Picker } from './picker.tsx';
import classes from './ticket-header.module.css';
import type { Ticket } from './ticket-queries.ts';
import type { TicketChange } from './use-ticket-change.ts';

interface Props {
  ticket: Ticket;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onChange: (change: TicketChange) => void;
}

/** The statuses that can be set by hand: what nobody has answered is new, what was answered is open (LUM-02, LUM-04). */
export function settableFor(ticket: Pick<Ticket, 'firstRepliedAt'>) {
  return [
    ticket.firstRepliedAt ? ('open' as const) : ('new' as const),
    'pending' as const,
    'resolved' as const,
  ];
}

/** The status, and what it can be set to; one that is closed for good only shows (D-01). */
export function StatusPicker({ ticket, isOpen, onOpenChange, onChange }: Props) {
  const t = useT();
  if (['closed', 'merged', 'spam', 'trashed'].includes(ticket.status))
    return <StatusPill status={ticket.status} />;
  const choices = settableFor(ticket).map(status => ({
    value: status,
    label: t(`status.${status}`),
    detail: t(`status.hint.${status}`),
    mark: <StatusPill status={status} className={classes.mark} />,
    isLabelInMark: true,
  }));
  return (
    <Picker
      label={t('tickets.status.set')}
      choices={choices}
      selected={[ticket.status]}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onPick={value => {
        const status = settableFor(ticket).find(one => one === value);
        if (status && status !== ticket.status) onChange({ status });
      }}
      width={320}
      target={toggle => (
        <UnstyledButton
          className={classes.status}
          onClick={toggle}
          aria-label={t('tickets.status.now', { status: t(`status.${ticket.status}`) })}
        >
          <StatusPill status={ticket.status} />
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      )}
    />
  );
}
