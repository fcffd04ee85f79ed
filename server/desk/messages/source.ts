import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';

/** The raw mail behind a message, as it came. @throws NotFound */
export async function sourceOf(ctx: Ctx, messageId: string): Promise<Buffer> {
  const row = await ctx.tx
    .selectFrom('raw_mails')
    .select('raw')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('filed_message_id', '=', messageId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.raw;
}

/** Which of these messages have their mail kept as it came. */
export async function messagesWithSource(ctx: Ctx, messageIds: string[]): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set();
  const rows = await ctx.tx
    .selectFrom('raw_mails')
    .select('filed_message_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('filed_message_id', 'in', messageIds)
    .execute();
  return new Set(rows.map(row => row.filed_message_id!));
}
