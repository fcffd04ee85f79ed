// The ways to the tickets of a list, and the choice among them (docs/decisions/0009).
//
// A path names the tickets among which all of the list are: those of an agent, of a folder, of a tag. A path is walked in
// the list's order, and of at most `most` tickets, so that no list costs more than that, however rare what it asks for.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { statuses as allStatuses, type Status } from '../../../contract/fields.ts';
import { type ListQuery, statusesOfView } from '../../../contract/filters.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { type Condition, literals, type Place, type Wanted, within } from './list-filters.ts';
import { rowColumns } from './row.ts';

/** How many tickets of a path one request looks at. */
export const most = 2_000;
/** More ranges than this cost more to plan than they save. */
const mostBranches = 40;

export interface Path {
  /** Conditions that exclude each other; each is one range of an index. */
  branches: RawBuilder<SqlBool>[];
  /** Whether the ranges come in the default order, so that a walk may end before it has seen all. */
  isOrdered: boolean;
}

export interface Order {
  by: ListQuery['sort'];
  /** A page begins behind the place of the last ticket seen. */
  after: Place | null;
}

const column = (name: string) => sql.ref(name);

/** The paths that a query opens, those that usually lead to the fewest tickets first. */
export function pathsOf(ctx: Ctx, wanted: Wanted): Path[] {
  const statuses = wanted.statuses ?? allStatuses;
  const ranges = (name: string, values: readonly string[]) =>
    values.flatMap(value =>
      statuses.map(status => sql<SqlBool>`${column(name)} = ${value} and status = ${sql.lit(status)}`),
    );
  const ordered = (branches: RawBuilder<SqlBool>[]): Path => ({ branches, isOrdered: true });
  const set = (...conditions: Condition[]): Path => ({
    branches: [sql<SqlBool>`${sql.join(conditions, sql` and `)}`],
    isOrdered: false,
  });
  const byColumn = (name: string, values: readonly string[] | null | undefined, none = '') =>
    !values || values.length === 0 || values.includes(none) ? [] : [ordered(ranges(name, values))];
  const { assignees } = wanted;
  const unassigned = statuses.map(
    status => sql<SqlBool>`assignee_id is null and status = ${sql.lit(status)}`,
  );
  const agents = assignees?.filter(id => id !== 'nobody') ?? [];
  const ownership = [...(assignees?.includes('nobody') ? unassigned : []), ...ranges('assignee_id', agents)];
  return [
    ...(wanted.contact ? [set(sql<SqlBool>`contact_id = ${wanted.contact}`)] : []),
    ...byColumn('organisation_id', wanted.organisation),
    ...(wanted.escalated === 'yes'
      ? [ordered(statuses.map(status => sql<SqlBool>`escalation_level > 0 and status = ${sql.lit(status)}`))]
      : []),
    ...(wanted.tag ?? []).map(tag =>
      set(sql<SqlBool>`id = any(array(select g.ticket_id from ticket_tags g
        where g.workspace_id = ${ctx.workspaceId} and g.tag_id = ${tag} limit ${sql.lit(most + 1)}))`),
    ),
    ...ranged('received_at', wanted, wanted.receivedFrom, wanted.receivedTo),
    ...ranged('last_message_at', wanted, wanted.messageFrom, wanted.messageTo),
    ...(ownership.length > 0 ? [ordered(ownership)] : []),
    ...byColumn('segment_id', wanted.segment, 'none'),
    ...byColumn('team_id', wanted.team, 'none'),
    ...byColumn('type_id', wanted.type, 'none'),
    ...byColumn('folder_id', wanted.folder),
    ...reachOf(ctx, statuses),
  ].filter(path => path.branches.length <= mostBranches);

  function ranged(name: string, query: Wanted, from?: string, to?: string): Path[] {
    const conditions = within(name, query, from, to);
    return conditions.length > 0 ? [set(...conditions)] : [];
  }
}

/** Everything that an agent who is limited to folders may see: the same as withinReach(), in ranges. */
function reachOf(ctx: Ctx, statuses: readonly Status[]): Path[] {
  if (!ctx.onlyFolders) return [];
  const folders = ctx.onlyFolders;
  const me = ctx.actor.id;
  const outside = folders.length > 0 ? sql`and folder_id not in (${sql.join(folders)})` : sql``;
  const branches = statuses.flatMap(status => {
    const its = sql`status = ${sql.lit(status)}`;
    return [
      ...folders.map(folder => sql<SqlBool>`folder_id = ${folder} and ${its}`),
      sql<SqlBool>`assignee_id = ${me} and ${its} ${outside}`,
      sql<SqlBool>`escalated_to = ${me} and assignee_id is distinct from ${me} and ${its} ${outside}`,
    ];
  });
  return [{ branches, isOrdered: true }];
}

/** The way for lists that open no other: all tickets of the view's statuses in order. */
export function wholeView(wanted: Wanted): Path {
  const { statuses } = wanted;
  const isView = statuses?.length === statusesOfView[wanted.view]?.length;
  if (statuses === null) return { branches: [sql<SqlBool>`true`], isOrdered: true };
  // The active ones and the unanswered ones each have an index of their own, in one piece.
  const isOnePiece = isView && statuses.length > 1 && wanted.view !== 'closed';
  return {
    branches: isOnePiece
      ? [sql<SqlBool>`status in (${literals(statuses)})`]
      : statuses.map(status => sql<SqlBool>`status = ${sql.lit(status)}`),
    isOrdered: true,
  };
}

/** Up to `limit` tickets of a path, in the list's order unless any will do, with the given columns: a select. */
export function walk(
  ctx: Ctx,
  path: Path,
  wanted: Wanted,
  order: Order,
  { columns, limit, isAnyOrder = false }: { columns: readonly string[]; limit: number; isAnyOrder?: boolean },
): RawBuilder<unknown> {
  const selected = columns.length > 0 ? sql.join(columns.map(column)) : sql`1 as one`;
  const beyond = order.after ? sql`and ${isBehind(order.by, order.after)}` : sql``;
  // In the default order who waits stands at the time since when: an age is where the walk ends.
  const aged =
    wanted.agedBefore && wanted.ageBasis === 'waiting'
      ? sql`and queue_rank < ${wanted.agedBefore.getTime()}`
      : sql``;
  const branches = path.branches.map(
    condition => sql`select ${selected} from tickets
      where workspace_id = ${ctx.workspaceId} and ${condition} ${beyond} ${aged}`,
  );
  const ordered = isAnyOrder ? sql`` : sql`order by ${inOrder(order.by)}`;
  // Each range is ordered and cut by itself: left to the planner, it collects them all and sorts.
  const all =
    branches.length === 1
      ? branches[0]!
      : sql`select * from (${sql.join(
          branches.map(branch => sql`(${branch} ${ordered} limit ${sql.lit(limit)})`),
          sql` union all `,
        )}) x`;
  return sql`${all} ${ordered} limit ${sql.lit(limit)}`;
}

export const inOrder = (by: Order['by']) =>
  by === 'recent' ? sql`last_message_at desc, id desc` : sql`queue_rank, id`;

function isBehind(by: Order['by'], { at, id }: Place) {
  return by === 'recent'
    ? sql`(last_message_at, id) < (${new Date(at)}::timestamptz, ${id}::uuid)`
    : sql`(queue_rank, id) > (${at}::bigint, ${id}::uuid)`;
}

/** The columns that conditions and replies need of a ticket that is walked past. */
export const walkedColumns = ['workspace_id', ...rowColumns] as const;
