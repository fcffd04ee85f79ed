// How a person likes their lists: columns, their order, density (QCX-09). Kept with the person, not on the device.
import { type ListColumn, listColumns } from '../../contract/filters.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';

export type Density = 'comfortable' | 'compact';
export interface ListLook {
  columns: readonly ListColumn[];
  density: Density;
}

const key = 'ticket-list';
export const defaultLook: ListLook = {
  columns: ['customer', 'subject', 'tags', 'status', 'priority', 'assignee', 'age'],
  density: 'comfortable',
};
/** Height of a row in pixels. */
export const rowHeights = { comfortable: 56, compact: 40, narrow: 84 } as const;

/** Reads what was kept; unknown columns are left out, the subject is always there since it opens the ticket. */
export function readLook(value: unknown): ListLook {
  if (typeof value !== 'object' || value === null) return defaultLook;
  const { columns, density } = value as { columns?: unknown; density?: unknown };
  const known = Array.isArray(columns)
    ? [...new Set(columns)].filter((one): one is ListColumn => listColumns.includes(one))
    : defaultLook.columns;
  return {
    columns: known.includes('subject') ? known : ['subject', ...known],
    density: density === 'compact' ? 'compact' : 'comfortable',
  };
}

/** Width of each column in pixels; the subject takes what is left, at least so much. */
export const columnWidths: Record<ListColumn, number> = {
  customer: 190,
  subject: 220,
  tags: 150,
  status: 116,
  priority: 76,
  assignee: 84,
  age: 92,
  type: 130,
  segment: 116,
  team: 116,
  folder: 140,
  organisation: 150,
  channel: 104,
  number: 76,
  received: 104,
  lastMessage: 120,
};

/** What stands before the columns and around them: bar, dot, paddings. */
const frame = 64;
const gap = 12;
/** What goes first where a list is narrow. */
const dispensable: readonly ListColumn[] = [
  'tags',
  'lastMessage',
  'received',
  'number',
  'channel',
  'organisation',
  'folder',
  'team',
  'priority',
  'assignee',
  'type',
  'segment',
  'age',
  'status',
  'customer',
];

/** The columns for which a list of this width (pixels) has room. */
export function fitting(columns: readonly ListColumn[], width: number): ListColumn[] {
  const shown = [...columns];
  const needed = () => shown.reduce((sum, name) => sum + columnWidths[name] + gap, frame);
  for (const name of dispensable) {
    if (needed() <= width) break;
    if (shown.includes(name)) shown.splice(shown.indexOf(name), 1);
  }
  return shown;
}

/** The grid of a row and of the header above: bar, selection, dot, then the columns. */
export function gridOf(columns: readonly ListColumn[]): string {
  const tracks = columns.map(name =>
    name === 'subject' ? `minmax(${columnWidths.subject}px, 1fr)` : `${columnWidths[name]}px`,
  );
  return `auto 24px ${tracks.join(' ')}`;
}

/** How the reader likes their lists, and the function that changes it. */
export function useListLook(): [ListLook, (look: ListLook) => void] {
  const desk = useDesk().data;
  const save = useDeskChange({
    send: (value: ListLook) =>
      call(routes.people.keepPreference, {
        params: { key },
        body: { value: { ...value, columns: [...value.columns] } },
      }),
    apply: (before, value) => ({
      ...before,
      me: { ...before.me, preferences: { ...before.me.preferences, [key]: value } },
    }),
  });
  return [readLook(desk?.me.preferences[key]), look => save.mutate(look)];
}
