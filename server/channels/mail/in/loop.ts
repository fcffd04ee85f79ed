import type { Ctx } from '../../../platform/db/index.ts';

const withinMs = 10 * 60 * 1000;
const suspected = 20;
const broken = 100;

/**
 * Whether a ticket gets so much mail that two machines must be talking. 'suspected' above 20 within 10 minutes (S9): mail
 * is still taken in then, but nothing automatic is sent about it. 'broken' above 100: what comes now is set aside.
 */
export async function loopIn(ctx: Ctx, ticketId: string): Promise<'suspected' | 'broken' | null> {
  const { count } = await ctx.tx
    .selectFrom('messages')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('author_type', '=', 'contact')
    .where('at', '>', new Date(ctx.now.getTime() - withinMs))
    .executeTakeFirstOrThrow();
  if (count > broken) return 'broken';
  return count > suspected ? 'suspected' : null;
}

/** Whether nothing automatic may be sent about a ticket now (S9). */
export async function isLoopSuspected(ctx: Ctx, ticketId: string): Promise<boolean> {
  return (await loopIn(ctx, ticketId)) !== null;
}
