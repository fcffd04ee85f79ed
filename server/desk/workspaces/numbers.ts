import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';

/**
 * The next number of a counter of this workspace: unique and rising (LIV-01). Locks the counter's row until the
 * transaction ends, so it is to be taken as late as possible.
 */
export async function nextNumber(ctx: Ctx, name: 'ticket'): Promise<number> {
  const row = await ctx.tx
    .updateTable('counters')
    .set(eb => ({ value: eb('value', '+', 1) }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
