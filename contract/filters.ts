// What a list of tickets can be narrowed by: one schema for the list's address, its query and saved views.
import { z } from 'zod';
import {
  channels,
  id,
  priorities,
  type Status,
  solvedStatuses,
  statuses,
  unansweredStatuses,
  workingStatuses,
} from './fields.ts';

export const views = ['inbox', 'mine', 'unanswered', 'pending', 'on-hold', 'closed', 'all'] as const;
export type View = (typeof views)[number];
/** The views whose numbers the screens show: what is still to be done. */
export const countedViews = ['inbox', 'mine', 'unanswered', 'pending', 'on-hold'] as const;

/** The statuses of a view; null for all. What is postponed shows only where it is asked for (D-01). */
export const statusesOfView: Record<View, readonly Status[] | null> = {
  inbox: workingStatuses,
  mine: workingStatuses,
  unanswered: unansweredStatuses,
  pending: ['pending'],
  'on-hold': ['on_hold'],
  closed: solvedStatuses,
  all: null,
};

/** One value in an address is a list of one. */
export const asList = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  );

export const yesNo = z.enum(['yes', 'no']);
/** Over the yellow or the red threshold of the workspace, or over so many hours. */
export const ageFilter = z.string().regex(/^(yellow|red|[1-9]\d{0,3})$/);

/** All filters combine: a ticket is shown that fits each of them. */
export const ticketFilters = {
  status: asList(z.enum(statuses)),
  folder: asList(id),
  team: asList(z.union([id, z.literal('none')])),
  /** 'me' is whoever looks. */
  assignee: asList(z.union([id, z.enum(['nobody', 'me'])])),
  /** The ticket has all of them. */
  tag: asList(id),
  type: asList(z.union([id, z.literal('none')])),
  priority: asList(z.enum(priorities)),
  channel: asList(z.enum(channels)),
  organisation: asList(id),
  /** Where the customer stands now (QCX-12). */
  segment: asList(z.union([id, z.literal('none')])),
  escalated: yesNo.optional(),
  /** How long the customer has waited; see the ticket settings (CHP-13). */
  age: ageFilter.optional(),
  unread: yesNo.optional(),
  /** Days of the workspace's time zone, both included. */
  receivedFrom: z.iso.date().optional(),
  receivedTo: z.iso.date().optional(),
  messageFrom: z.iso.date().optional(),
  messageTo: z.iso.date().optional(),
  contact: id.optional(),
  q: z.string().trim().max(200).optional(),
} as const;

/** What a list shows, and in which order. */
export const listQuery = z.object({
  view: z.enum(views).default('inbox'),
  ...ticketFilters,
  sort: z.enum(['waiting', 'recent']).default('waiting'),
});
export type ListQuery = z.output<typeof listQuery>;

/** What a person may choose to see of each ticket (QCX-09), in the order of the default row. */
export const listColumns = [
  'customer',
  'subject',
  'tags',
  'status',
  'priority',
  'assignee',
  'age',
  'type',
  'segment',
  'team',
  'folder',
  'organisation',
  'channel',
  'number',
  'received',
  'lastMessage',
] as const;
export type ListColumn = (typeof listColumns)[number];
