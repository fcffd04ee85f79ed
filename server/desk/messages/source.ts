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
