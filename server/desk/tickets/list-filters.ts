// What a list is narrowed by, as conditions on the rows of `tickets`.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  activeStatuses,
  statuses as allStatuses,
  type Status,
  unansweredStatuses,
  workingStatuses,
} from '../../../contract/fields.ts';
import { type ListQuery, statusesOfView } from '../../../contract/filters.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { clockOf } from '../workspaces/index.ts';

/** Says which tickets hold a text, as a condition on `tickets.id`. Composed in server/ from the search room. */
export interface Matching {
  (ctx: Ctx, text: string): Expression<SqlBool>;
  /** The same in two steps, the newest first; null where the text asks for something else than words. */
  newest?(ctx: Ctx, text: string): Found | null;
}
/** What a text finds: tickets that hold its words, and what it asks of them besides. */
export interface Found {
  /** So many hold the words and follow behind a place, the one with the newest message first. */
  next(after: Place | null, limit: number): Promise<Place[]>;
  conditions: Condition[];
}
/** A ticket's place in an order: by rank or by time, in milliseconds. */
export interface Place {
  at: number;
  id: string;
}
export type Condition = RawBuilder<SqlBool> | Expression<SqlBool>;

/** A list's query, read: who "me" is, which statuses remain, what its days and ages mean. */
export interface Wanted extends Omit<ListQuery, 'assignee'> {
  /** Ids and 'nobody'. */
  assignees: readonly string[] | null;
  /** null for all. */
  statuses: readonly Status[] | null;
  /** What came, or waits, since then or longer; null for any age. */
  agedBefore: Date | null;
  ageBasis: 'waiting' | 'creation';
  timeZone: string;
}

/** Reads a query; asks the workspace for its clock only where a day or an age is in it. */
export async function readQuery(ctx: Ctx, { assignee, ...query }: ListQuery): Promise<Wanted> {
  const needsClock =
    query.age ?? query.receivedFrom ?? query.receivedTo ?? query.messageFrom ?? query.messageTo;
  const { timeZone, settings } = needsClock
    ? await clockOf(ctx)
    : {
        timeZone: 'UTC',
        settings: { ageing: { basis: 'waiting' as const, yellowMinutes: 0, redMinutes: 0 } },
      };
  const { basis, yellowMinutes, redMinutes } = settings.ageing;
  const minutes =
    query.age === 'yellow' ? yellowMinutes : query.age === 'red' ? redMinutes : Number(query.age) * 60;
  const named = assignee?.map(one => (one === 'me' ? (ctx.actor.id ?? 'nobody') : one)) ?? null;
  const mine = query.view === 'mine' && ctx.actor.id ? [ctx.actor.id] : null;
  return {
    ...query,
    assignees: mine && named ? mine.filter(id => named.includes(id)) : (mine ?? named),
    statuses: statusesOf(query),
    agedBefore: query.age ? new Date(ctx.now.getTime() - minutes * 60_000) : null,
    ageBasis: basis,
    timeZone,
  };
}

function statusesOf(query: Omit<ListQuery, 'assignee'>): readonly Status[] | null {
  const ofView = statusesOfView[query.view];
  const asksForHeld = ofView === workingStatuses && query.status?.includes('on_hold');
  const sets = [
    asksForHeld ? activeStatuses : ofView,
    query.status ?? null,
    // What does not wait for us has no age (D-10).
    query.age ? unansweredStatuses : null,
  ].filter((set): set is readonly Status[] => set !== null);
  return sets.length === 0 ? null : allStatuses.filter(status => sets.every(set => set.includes(status)));
}

/** A literal list, because a parameter would hide from the planner which partial index fits. */
export const literals = (values: readonly string[]) => sql.join(values.map(value => sql.lit(value)));

const column = (name: string) => sql.ref(`tickets.${name}`);

function isOneOf(name: string, values: readonly string[] | null | undefined, none = ''): Condition[] {
  if (!values) return [];
  const ids = values.filter(value => value !== none);
  const either = [
    ...(ids.length > 0 ? [sql<SqlBool>`${column(name)} in (${sql.join(ids)})`] : []),
    ...(ids.length < values.length ? [sql<SqlBool>`${column(name)} is null`] : []),
  ];
  return [either.length > 0 ? sql<SqlBool>`(${sql.join(either, sql` or `)})` : sql<SqlBool>`false`];
}

/** The moment a day of the workspace's time zone begins; `after` days later. */
export const dayStart = (wanted: Wanted, day: string, after = 0) =>
  sql<Date>`((${day}::date + ${sql.lit(after)})::timestamp at time zone ${wanted.timeZone}::text)`;

/** Conditions on a time: from the first day to the end of the last. */
export function within(name: string, wanted: Wanted, from?: string, to?: string): Condition[] {
  return [
    ...(from ? [sql<SqlBool>`${column(name)} >= ${dayStart(wanted, from)}`] : []),
    ...(to ? [sql<SqlBool>`${column(name)} < ${dayStart(wanted, to, 1)}`] : []),
  ];
}

/** Everything that a ticket of this list fulfils, besides lying within reach. */
export function conditionsOf(ctx: Ctx, wanted: Wanted): Condition[] {
  const { agedBefore, unread } = wanted;
  const hasRead = sql`exists (select from ticket_reads r where r.workspace_id = ${ctx.workspaceId}
    and r.agent_id = ${ctx.actor.id} and r.ticket_id = tickets.id and r.read_at >= tickets.last_message_at)`;
  return [
    ...(wanted.statuses ? [sql<SqlBool>`tickets.status in (${literals(wanted.statuses)})`] : []),
    ...isOneOf('assignee_id', wanted.assignees, 'nobody'),
    ...isOneOf('folder_id', wanted.folder),
    ...isOneOf('team_id', wanted.team, 'none'),
    ...isOneOf('type_id', wanted.type, 'none'),
    ...isOneOf('segment_id', wanted.segment, 'none'),
    ...isOneOf('organisation_id', wanted.organisation),
    ...isOneOf('priority', wanted.priority),
    ...isOneOf('channel', wanted.channel),
    ...(wanted.contact ? [sql<SqlBool>`tickets.contact_id = ${wanted.contact}`] : []),
    ...(wanted.escalated === 'yes' ? [sql<SqlBool>`tickets.escalation_level > 0`] : []),
    ...(wanted.escalated === 'no' ? [sql<SqlBool>`tickets.escalation_level = 0`] : []),
    ...(agedBefore
      ? [
          sql<SqlBool>`${column(wanted.ageBasis === 'waiting' ? 'waiting_since' : 'received_at')} < ${agedBefore}`,
        ]
      : []),
    ...within('received_at', wanted, wanted.receivedFrom, wanted.receivedTo),
    ...within('last_message_at', wanted, wanted.messageFrom, wanted.messageTo),
    ...(wanted.tag ?? []).map(
      tag => sql<SqlBool>`exists (select from ticket_tags g where g.workspace_id = ${ctx.workspaceId}
        and g.ticket_id = tickets.id and g.tag_id = ${tag})`,
    ),
    ...(unread ? [unread === 'yes' ? sql<SqlBool>`not ${hasRead}` : sql<SqlBool>`${hasRead}`] : []),
  ];
}

/** The columns of `tickets` that reach and conditions read: an index that holds them all spares reading the tickets. */
export function columnsRead(ctx: Ctx, wanted: Wanted): string[] {
  const { agedBefore, ageBasis } = wanted;
  const columns: [string, unknown][] = [
    ['status', wanted.statuses],
    ['assignee_id', wanted.assignees ?? ctx.onlyFolders],
    ['folder_id', wanted.folder ?? ctx.onlyFolders],
    ['escalated_to', ctx.onlyFolders],
    ['team_id', wanted.team],
    ['type_id', wanted.type],
    ['segment_id', wanted.segment],
    ['organisation_id', wanted.organisation],
    ['priority', wanted.priority],
    ['channel', wanted.channel],
    ['contact_id', wanted.contact],
    ['escalation_level', wanted.escalated],
    [ageBasis === 'waiting' ? 'waiting_since' : 'received_at', agedBefore],
    ['received_at', wanted.receivedFrom ?? wanted.receivedTo],
    ['last_message_at', wanted.messageFrom ?? wanted.messageTo ?? wanted.unread],
  ];
  return ['id', ...new Set(columns.flatMap(([name, isRead]) => (isRead ? [name] : [])))];
}
