// Lists of tickets: which rows a view holds, in which order, page by page without OFFSET.
import { type Expression, type SqlBool, sql } from 'kysely';
import {
  activeStatuses,
  type Status,
  solvedStatuses,
  unansweredStatuses,
  workingStatuses,
} from '../../../contract/fields.ts';
import type { Input } from '../../../contract/route.ts';
import { countedViews, type ticketRoutes, type View } from '../../../contract/routes/tickets.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';
import { withinReach } from './reach.ts';
import { readAt, rowColumns, type TicketRow, tagIds, toRow } from './row.ts';

type Query = Input<typeof ticketRoutes.list>['query'];

/** Says which tickets hold a text, as a condition on `tickets.id`. Composed in server/ from the search room. */
export type Matching = (ctx: Ctx, text: string) => Expression<SqlBool>;

/** The statuses of a view; null for all. Each fits one partial index. What is postponed shows only where it is asked for. */
const statusesOf: Record<View, readonly Status[] | null> = {
  inbox: workingStatuses,
  mine: workingStatuses,
  unanswered: unansweredStatuses,
  pending: ['pending'],
  'on-hold': ['on_hold'],
  closed: solvedStatuses,
  all: null,
};

/** A literal list, because a parameter would hide from the planner which partial index fits. */
const literals = (statuses: readonly Status[]) => sql.join(statuses.map(status => sql.lit(status)));

/** One page of a view, and the cursor of the next. @throws Invalid for a cursor that is none of ours */
export async function listTickets(
  ctx: Ctx,
  query: Query,
  matching: Matching,
): Promise<{ tickets: TicketRow[]; next: string | null }> {
  const byRecency = query.sort === 'recent' || Boolean(query.q);
  let select = ctx.tx
    .selectFrom('tickets')
    .select([...rowColumns])
    .select(eb => [tagIds(), readAt(ctx)(eb)])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(withinReach(ctx))
    .limit(query.limit + 1);
  const asksForHeld = statusesOf[query.view] === workingStatuses && query.status?.includes('on_hold');
  const statuses = asksForHeld ? activeStatuses : statusesOf[query.view];
  if (statuses) select = select.where(sql<SqlBool>`status in (${literals(statuses)})`);
  if (query.view === 'mine') select = select.where('assignee_id', '=', ctx.actor.id);
  if (query.status) select = select.where('status', 'in', query.status);
  if (query.folder) select = select.where('folder_id', 'in', query.folder);
  if (query.team) select = select.where('team_id', 'in', query.team);
  if (query.contact) select = select.where('contact_id', '=', query.contact);
  if (query.assignee) {
    const agents = query.assignee.filter(one => one !== 'nobody');
    select = select.where(eb =>
      eb.or([
        ...(agents.length ? [eb('assignee_id', 'in', agents)] : []),
        ...(query.assignee!.includes('nobody') ? [eb('assignee_id', 'is', null)] : []),
      ]),
    );
  }
  for (const tag of query.tag ?? []) {
    select = select.where(eb =>
      eb.exists(
        eb
          .selectFrom('ticket_tags')
          .select('tag_id')
          .whereRef('ticket_tags.workspace_id', '=', 'tickets.workspace_id')
          .whereRef('ticket_tags.ticket_id', '=', 'tickets.id')
          .where('ticket_tags.tag_id', '=', tag),
      ),
    );
  }
  if (query.q) select = select.where(matching(ctx, query.q));
  if (byRecency) {
    select = select.orderBy('last_message_at', 'desc').orderBy('id', 'desc');
    if (query.after) {
      const { place, id } = readCursor(query.after);
      select = select.where(
        sql<SqlBool>`(last_message_at, id) < (${new Date(place)}::timestamptz, ${id}::uuid)`,
      );
    }
  } else {
    select = select.orderBy('queue_rank').orderBy('id');
    if (query.after) {
      const { place, id } = readCursor(query.after);
      select = select.where(sql<SqlBool>`(queue_rank, id) > (${place}::bigint, ${id}::uuid)`);
    }
  }
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const next =
    rows.length > query.limit && last
      ? `${byRecency ? last.last_message_at.getTime() : last.queue_rank}.${last.id}`
      : null;
  return { tickets: page.map(toRow), next };
}

function readCursor(cursor: string): { place: number; id: string } {
  const [place = '', id = ''] = cursor.split('.');
  if (!/^\d{1,16}$/.test(place) || !/^[0-9a-f-]{36}$/.test(id))
    throw invalid('invalid', { fields: { after: 'cursor' } });
  return { place: Number(place), id };
}

/** Counting stops here; a screen shows 9,999+. */
const countLimit = 9_999;

/** How many tickets the views and the folders hold, active ones for folders (LUM-14). */
export async function countTickets(
  ctx: Ctx,
): Promise<{ views: Record<(typeof countedViews)[number], number>; folders: Record<string, number> }> {
  const count = (view: View) => {
    const statuses = statusesOf[view];
    const among = statuses ? sql`and status in (${literals(statuses)})` : sql``;
    const mine = view === 'mine' ? sql`and assignee_id = ${ctx.actor.id}` : sql``;
    return sql<number>`(select count(*) from (select from tickets where workspace_id = ${ctx.workspaceId} and ${withinReach(ctx)} ${among} ${mine} limit ${sql.lit(countLimit)}) x)`;
  };
  const { rows } = await sql<
    Record<(typeof countedViews)[number], number>
  >`select ${sql.join(countedViews.map(view => sql`${count(view)} as ${sql.ref(view)}`))}`.execute(ctx.tx);
  const folders = await sql<{ id: string; count: number }>`
    select f.id, (select count(*) from (
      select from tickets t where t.workspace_id = f.workspace_id and t.folder_id = f.id and ${withinReach(ctx, 't')}
        and t.status in (${literals(workingStatuses)}) limit ${sql.lit(countLimit)}) x) as count
    from folders f where f.workspace_id = ${ctx.workspaceId}`.execute(ctx.tx);
  return { views: rows[0]!, folders: Object.fromEntries(folders.rows.map(row => [row.id, row.count])) };
}

/** The ticket that has waited longest, other than the one at hand (LIV-38). */
export async function nextTicket(ctx: Ctx, after?: string): Promise<{ id: string; number: number } | null> {
  let select = ctx.tx
    .selectFrom('tickets')
    .select(['id', 'number'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(sql<SqlBool>`status in (${literals(unansweredStatuses)})`)
    .where(withinReach(ctx))
    .orderBy('queue_rank')
    .orderBy('id')
    .limit(1);
  if (after) select = select.where('id', '!=', after);
  return (await select.executeTakeFirst()) ?? null;
}
