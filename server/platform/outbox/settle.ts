import type { Selectable } from 'kysely';
import type { Ctx } from '../db/index.ts';
import { enqueue } from '../jobs/index.ts';
import { sendJob } from './queue.ts';
import type { DeliveriesTable } from './tables.ts';

export type DeliveryRow = Selectable<DeliveriesTable>;

/** Takes a delivery to send it now; null when it is done, given up or unknown. Counts the try. */
export async function claimDelivery(ctx: Ctx, id: string): Promise<DeliveryRow | null> {
  const row = await ctx.tx
    .updateTable('deliveries')
    .set(eb => ({ state: 'sending', attempts: eb('attempts', '+', 1), updated_at: ctx.now }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'sending', 'deferred'])
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Notes what came of a try; `detail` is what the other server said, in its words. */
export async function settleDelivery(
  ctx: Ctx,
  id: string,
  outcome: { state: DeliveryRow['state']; detail: string; nextTryAt?: Date | null },
): Promise<void> {
  await ctx.tx
    .updateTable('deliveries')
    .set({
      state: outcome.state,
      detail: outcome.detail.slice(0, 2000),
      next_try_at: outcome.nextTryAt ?? null,
      updated_at: ctx.now,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    // A report may be quicker than the note that the mail was taken.
    .where('state', '<>', 'bounced')
    .execute();
}

/** What a report says of a mail. */
export interface DeliveryReport {
  state: 'delayed' | 'bounced';
  isDead: boolean | null;
  /** The words of the server that did not take it. */
  detail: string;
  /** The raw mail that the report is. */
  reportId: string;
}

/** Notes what came back about a delivery. Gives false where that is known already, or it was never sent. */
export async function reportDelivery(
  ctx: Ctx,
  id: string,
  { state, isDead, detail, reportId }: DeliveryReport,
): Promise<boolean> {
  const before =
    state === 'bounced' ? (['sending', 'accepted', 'delayed'] as const) : (['accepted'] as const);
  const row = await ctx.tx
    .updateTable('deliveries')
    .set({
      state,
      is_dead: isDead,
      report_id: reportId,
      detail: detail.slice(0, 2000),
      next_try_at: null,
      updated_at: ctx.now,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', before)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Queues a deferred, failed or bounced delivery anew. Gives it, or null when there is none to retry. */
export async function retryDelivery(ctx: Ctx, id: string): Promise<DeliveryRow | null> {
  const row = await ctx.tx
    .updateTable('deliveries')
    .set({
      state: 'queued',
      detail: '',
      next_try_at: null,
      is_dead: null,
      report_id: null,
      updated_at: ctx.now,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['deferred', 'failed', 'kept', 'bounced'])
    .returningAll()
    .executeTakeFirst();
  if (row) await enqueue(ctx.tx, [sendJob(ctx.workspaceId, id)]);
  return row ?? null;
}
