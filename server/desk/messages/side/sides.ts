import type { Ctx } from '../../../platform/db/index.ts';

/** The side conversation that a message belongs to; null for none. */
export async function sideOfMessage(ctx: Ctx, messageId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select('side_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  return row?.side_id ?? null;
}

/** The agent who wrote last in a side conversation: whom an answer concerns besides the assignee. */
export async function lastWriterIn(ctx: Ctx, sideId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select('author_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('side_id', '=', sideId)
    .where('author_type', '=', 'agent')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.author_id ?? null;
}

/** Subjects of side conversations by their ids. */
export async function subjectsOf(ctx: Ctx, sideIds: string[]): Promise<Map<string, string>> {
  if (sideIds.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('side_conversations')
    .select(['id', 'subject'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', sideIds)
    .execute();
  return new Map(rows.map(row => [row.id, row.subject]));
}
