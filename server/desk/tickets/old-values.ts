import type { Changes } from '../../../contract/events/index.ts';
import type { Ticket } from './tables.ts';
import { type Changeable, told } from './ticket.ts';
import { toldForUndo } from './undoable.ts';

const columns = { ...told, ...toldForUndo };
type Column = keyof typeof columns;
const dates: readonly Column[] = ['waiting_since', 'resolved_at', 'postponed_until'];

/**
 * What an event's changes say a ticket was before, for the columns that still have the value which the event gave them;
 * `onClash` is called for each that has another one by now.
 */
export function oldValues(
  ticket: Ticket,
  changes: Changes,
  onClash: () => void = () => {},
): Partial<Changeable> {
  const set: Partial<Changeable> = {};
  for (const [column, field] of Object.entries(columns) as [Column, string][]) {
    const change = changes[field];
    if (!change) continue;
    if (written(ticket[column]) !== written(change[1])) {
      onClash();
      continue;
    }
    const old = change[0];
    Object.assign(set, { [column]: dates.includes(column) && old !== null ? new Date(String(old)) : old });
  }
  return set;
}

const written = (value: unknown) => JSON.stringify(value ?? null);
