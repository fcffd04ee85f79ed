// How far bulk changes are: read by whoever began them, also after leaving.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { bulkChange, bulkRoutes } from '../../../contract/routes/bulk.ts';
import { undoDays } from '../../../contract/routes/bulk.ts';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { BulkChange } from './tables.ts';

type Progress = z.input<typeof bulkChange>;
type Failures = z.input<NonNullable<typeof bulkRoutes.failures.reply>>;

const failuresAtATime = 200;

const isState = (state: 'done' | 'failed') =>
  sql<number>`(select count(*) from bulk_change_items i where i.workspace_id = bulk_changes.workspace_id
    and i.bulk_id = bulk_changes.id and i.state = ${sql.lit(state)})`;
const madeEvents = sql<boolean>`exists (select from bulk_change_items i where i.workspace_id = bulk_changes.workspace_id
    and i.bulk_id = bulk_changes.id and i.event_id is not null)`;
const isTakenBack = sql<boolean>`exists (select from bulk_changes u where u.workspace_id = bulk_changes.workspace_id
    and u.undo_of = bulk_changes.id)`;

function mine(ctx: Ctx) {
  return ctx.tx
    .selectFrom('bulk_changes')
    .selectAll()
    .select([
      isState('done').as('done'),
      isState('failed').as('failed'),
      madeEvents.as('made_events'),
      isTakenBack.as('is_taken_back'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('agent_id', '=', ctx.actor.id);
}

const sinceUndoable = (ctx: Ctx) => new Date(ctx.now.getTime() - undoDays * 24 * 3600 * 1000);

/** The agent's own of the last days, newest first. */
export async function bulkChangesOf(ctx: Ctx): Promise<Progress[]> {
  const rows = await mine(ctx)
    .where('created_at', '>', sinceUndoable(ctx))
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(row => toProgress(ctx, row));
}

/** One of the agent's own. @throws NotFound */
export async function bulkChangeById(ctx: Ctx, id: string): Promise<Progress> {
  const row = await mine(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return toProgress(ctx, row);
}

type Read = BulkChange & { done: number; failed: number; made_events: boolean; is_taken_back: boolean };

function toProgress(ctx: Ctx, row: Read): Progress {
  return {
    id: row.id,
    action: row.action,
    undoOf: row.undo_of,
    state: row.finished_at ? 'done' : 'running',
    total: row.total,
    done: Number(row.done),
    failed: Number(row.failed),
    leftOut: row.left_out,
    createdAt: row.created_at.toISOString(),
    canBeUndone:
      row.finished_at !== null &&
      row.made_events &&
      !row.is_taken_back &&
      row.created_at > sinceUndoable(ctx),
  };
}

/** The tickets that failed, with the reason of each, from a place on. @throws NotFound for another agent's change */
export async function failuresOf(ctx: Ctx, id: string, after: number): Promise<Failures> {
  await bulkChangeById(ctx, id);
  const { rows } = await sql<{ place: number; reason: string; number: number | null; subject: string }>`
    select i.place, i.reason, t.number, t.subject from bulk_change_items i
    left join tickets t on t.workspace_id = i.workspace_id and t.id = i.ticket_id and ${withinReach(ctx, 't')}
    where i.workspace_id = ${ctx.workspaceId} and i.bulk_id = ${id} and i.state = 'failed' and i.place >= ${after}
    order by i.place limit ${sql.lit(failuresAtATime + 1)}`.execute(ctx.tx);
  const page = rows.slice(0, failuresAtATime);
  return {
    failures: page.map(row => ({
      place: row.place,
      ticket: row.number === null ? null : { number: row.number, subject: row.subject },
      reason: row.reason,
    })),
    next: rows.length > failuresAtATime ? rows.at(-1)!.place : null,
  };
}

/** Clock: forgets what can no longer be taken back. */
export async function forgetBulkChanges(ctx: Ctx): Promise<void> {
  await ctx.tx
    .deleteFrom('bulk_changes')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('finished_at', '<', new Date(ctx.now.getTime() - 2 * undoDays * 24 * 3600 * 1000))
    .execute();
}
