import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { messageById } from './conversation.ts';

/** The raw mail behind a message, as it came. @throws NotFound */
export async function sourceOf(ctx: Ctx, messageId: string): Promise<Buffer> {
  await messageById(ctx, messageId);
  const row = await ctx.tx
    .selectFrom('raw_mails')
    .select('raw')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('filed_message_id', '=', messageId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.raw;
}

/** The report that came back about a delivery, as it came. @throws NotFound, also where its message cannot be seen */
export async function reportOf(ctx: Ctx, deliveryId: string): Promise<Buffer> {
  const row = await ctx.tx
    .selectFrom('deliveries')
    .innerJoin('raw_mails', join =>
      join
        .onRef('raw_mails.workspace_id', '=', 'deliveries.workspace_id')
        .onRef('raw_mails.id', '=', 'deliveries.report_id'),
    )
    .select(['raw_mails.raw', 'deliveries.message_id'])
    .where('deliveries.workspace_id', '=', ctx.workspaceId)
    .where('deliveries.id', '=', deliveryId)
    .executeTakeFirst();
  if (!row?.message_id) throw notFound();
  await messageById(ctx, row.message_id);
  return row.raw;
}
