import './tables.ts';
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { activity } from '../../../contract/routes/activities.ts';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';

export type Activity = z.input<typeof activity>;

/** More open activities than one person can look through; the screen says when there are more. */
const mostMine = 500;

/** A day is over at its end where the desk is. */
const dueEnd = sql<Date | null>`coalesce(a.due_at, ((a.due_on + 1)::timestamp at time zone w.time_zone))`;

/** Activities with their tickets, only those within the caller's reach. */
function readActivities(ctx: Ctx) {
  return ctx.tx
    .selectFrom('activities as a')
    .innerJoin('tickets as t', join =>
      join.onRef('t.workspace_id', '=', 'a.workspace_id').onRef('t.id', '=', 'a.ticket_id'),
    )
    .innerJoin('workspaces as w', 'w.workspace_id', 'a.workspace_id')
    .select(['a.id', 'a.kind', 'a.title', 'a.note', 'a.owner_id', 'a.due_at', 'a.remind_by', 'a.done_at'])
    .select(['a.remind_minutes', 'a.remind_at', 'a.reminded_at', 't.number', 't.subject'])
    .select(sql<string | null>`a.due_on::text`.as('due_on'))
    .select(sql<boolean>`a.done_at is null and coalesce(${dueEnd} < ${ctx.now}, false)`.as('is_overdue'))
    .where('a.workspace_id', '=', ctx.workspaceId)
    .where(withinReach(ctx, 't'));
}

type Row = Awaited<ReturnType<ReturnType<typeof readActivities>['executeTakeFirstOrThrow']>>;

/** The activities of a ticket: what is to be done first, by due time, then what is done, the latest first. */
export async function activitiesOf(ctx: Ctx, ticketId: string): Promise<Activity[]> {
  const rows = await readActivities(ctx)
    .where('a.ticket_id', '=', ticketId)
    .orderBy(sql<SqlBool>`a.done_at is not null`)
    .orderBy('a.done_at', 'desc')
    .orderBy(dueEnd, order => order.asc().nullsLast())
    .orderBy('a.id')
    .limit(500)
    .execute();
  return rows.map(toActivity);
}

/** What the acting agent has to do, the earliest due first, what has no date last. */
export async function myActivities(ctx: Ctx): Promise<{ activities: Activity[]; isCut: boolean }> {
  const rows = await readActivities(ctx)
    .where('a.owner_id', '=', ctx.actor.id)
    .where('a.done_at', 'is', null)
    .orderBy(dueEnd, order => order.asc().nullsLast())
    .orderBy('a.id')
    .limit(mostMine + 1)
    .execute();
  return { activities: rows.slice(0, mostMine).map(toActivity), isCut: rows.length > mostMine };
}

/** @throws NotFound */
export async function activityById(ctx: Ctx, id: string): Promise<Activity> {
  const row = await readActivities(ctx).where('a.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return toActivity(row);
}

function toActivity(row: Row): Activity {
  return {
    id: row.id,
    ticketNumber: row.number,
    ticketSubject: row.subject,
    kind: row.kind,
    title: row.title,
    note: row.note,
    ownerId: row.owner_id,
    dueAt: row.due_at?.toISOString() ?? null,
    dueOn: row.due_on,
    reminder: row.remind_at && { by: row.remind_by, minutesBefore: row.remind_minutes ?? 0 },
    remindedAt: row.reminded_at?.toISOString() ?? null,
    doneAt: row.done_at?.toISOString() ?? null,
    isOverdue: row.is_overdue,
  };
}
