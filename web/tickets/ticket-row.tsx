import { useQueryClient } from '@tanstack/react-query';
import { memo, type ReactNode } from 'react';
import type { ListColumn } from '../../contract/filters.ts';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { gridOf } from './list-look.ts';
import type { Row } from './list-pages.ts';
import { OpenedBy } from './opened-by.tsx';
import { TicketCell } from './ticket-cells.tsx';
import { prefetchTicket } from './ticket-queries.ts';
import classes from './ticket-row.module.css';

interface Props {
  row: Row;
  desk: Desk | undefined;
  columns: readonly ListColumn[];
  isNarrow: boolean;
  isCurrent: boolean;
  onCurrent: (id: string) => void;
  /** Marks the ticket as read or unread. */
  onRead: (row: Row, isRead: boolean) => void;
  /** What selects the row, shown before it on hover and focus. */
  selection?: ReactNode;
}

/** What a row of a narrow screen shows, in three lines. */
const narrowColumns: readonly ListColumn[] = ['customer', 'subject', 'status', 'priority', 'assignee', 'age'];

/** One ticket in a list: who, what, where it stands, who has it, how long it has waited. */
export const TicketRow = memo(function TicketRow(props: Props) {
  const { row, desk, columns, isNarrow, isCurrent, onCurrent, onRead } = props;
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only warms the cache; the link inside does the work
    <div
      className={classes.row}
      style={isNarrow ? undefined : { gridTemplateColumns: gridOf(columns) }}
      data-row={row.id}
      data-unread={row.isUnread}
      data-current={isCurrent}
      onPointerEnter={() => prefetchTicket(client, slug, String(row.number))}
      onFocus={() => onCurrent(row.id)}
    >
      <OpenedBy ticketId={row.id} />
      <span className={classes.selection}>{props.selection}</span>
      <button
        type="button"
        className={classes.dot}
        // Keyboards have Shift+U for the row in hand; a stop of Tab at each row more would be in the way.
        tabIndex={-1}
        title={t(row.isUnread ? 'lists.mark-read' : 'lists.mark-unread')}
        aria-label={row.isUnread ? `${t('tickets.unread')}. ${t('lists.mark-read')}` : t('lists.mark-unread')}
        onClick={() => onRead(row, row.isUnread)}
      />
      {(isNarrow ? narrowColumns : columns).map(column => (
        <TicketCell key={column} column={column} row={row} desk={desk} slug={slug} />
      ))}
    </div>
  );
});
