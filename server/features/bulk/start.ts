import './tables.ts';
import { sql } from 'kysely';
import type { Input } from '../../../contract/route.ts';
import { type bulkRoutes, mostBulkTickets, undoDays } from '../../../contract/routes/bulk.ts';
import { countMatching, type Matching, ticketIdsOfList, withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, invalid, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';

type Body = Input<typeof bulkRoutes.start>['body'];

/**
 * Begins a change of many tickets: which ones is settled now, once, within what the agent may see; the work is a job.
 * Gives its id. @throws Invalid no-tickets where there is none
 */
export async function startBulk(ctx: Ctx, body: Body, matching: Matching): Promise<string> {
  const found =
    'ids' in body.tickets
      ? await known(ctx, body.tickets.ids)
      : await ticketIdsOfList(ctx, body.tickets.query, matching, mostBulkTickets + 1);
  const ticketIds = found.slice(0, mostBulkTickets);
  if (ticketIds.length === 0) throw invalid('no-tickets');
  const leftOut = found.length > mostBulkTickets ? await countBeyond(ctx, body, matching) : 0;
  const items = ticketIds.map(ticketId => ({ ticketId, undoes: null }));
  return begin(ctx, { action: JSON.stringify(body.action), undo_of: null, left_out: leftOut }, items);
}

/**
 * Begins to take a bulk change back. Gives the new one's id.
 * @throws NotFound for another agent's; Conflict bulk-running, undo-too-late, undo-not-possible (nothing to take back, or
 * taken back already)
 */
export async function startUndo(ctx: Ctx, bulkId: string): Promise<string> {
  const bulk = await ctx.tx
    .selectFrom('bulk_changes')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', bulkId)
    .where('agent_id', '=', ctx.actor.id)
    .forUpdate()
    .executeTakeFirst();
  if (!bulk) throw notFound();
  if (!bulk.finished_at) throw conflict('bulk-running');
  if (ctx.now.getTime() - bulk.created_at.getTime() > undoDays * 24 * 3600 * 1000)
    throw conflict('undo-too-late');
  const again = await ctx.tx
    .selectFrom('bulk_changes')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('undo_of', '=', bulkId)
    .executeTakeFirst();
  const items = await ctx.tx
    .selectFrom('bulk_change_items')
    .select(['ticket_id as ticketId', 'event_id as undoes'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('bulk_id', '=', bulkId)
    .where('event_id', 'is not', null)
    .orderBy('place')
    .execute();
  if (again || items.length === 0) throw conflict('undo-not-possible');
  return begin(ctx, { action: null, undo_of: bulkId, left_out: 0 }, items);
}

async function begin(
  ctx: Ctx,
  change: { action: string | null; undo_of: string | null; left_out: number },
  items: { ticketId: string; undoes: string | null }[],
): Promise<string> {
  const id = newId();
  await ctx.tx
    .insertInto('bulk_changes')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      agent_id: ctx.actor.id!,
      ...change,
      total: items.length,
      finished_at: null,
      created_at: ctx.now,
    })
    .execute();
  // One statement however many there are.
  await sql`insert into bulk_change_items (workspace_id, bulk_id, place, ticket_id, undoes)
    select ${ctx.workspaceId}::uuid, ${id}::uuid, (one ->> 'place')::integer, (one ->> 'ticketId')::uuid, (one ->> 'undoes')::uuid
    from jsonb_array_elements(${JSON.stringify(items.map((item, place) => ({ place, ...item })))}::jsonb) one`.execute(
    ctx.tx,
  );
  await enqueue(ctx.tx, [bulkJob(ctx.workspaceId, id)]);
  return id;
}

/** The job of one bulk change. Those of one workspace run one after another, so that other jobs keep their turn. */
export function bulkJob(workspaceId: string, bulkId: string) {
  return {
    task: 'bulk.run',
    payload: { workspaceId, bulkId },
    queue: `bulk:${workspaceId}`,
    key: `bulk:${bulkId}`,
  };
}

async function known(ctx: Ctx, ids: string[]): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .where(withinReach(ctx))
    .orderBy('queue_rank')
    .orderBy('id')
    .execute();
  return rows.map(row => row.id);
}

async function countBeyond(ctx: Ctx, body: Body, matching: Matching): Promise<number> {
  if (!('query' in body.tickets)) return 0;
  return (await countMatching(ctx, body.tickets.query, matching)) - mostBulkTickets;
}
